package racecourse.checks.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Stops between the steps of a submission: one thread is held at the nth of them while others go on. A step is a call
 * that the submission's code makes, or a write of its to a field or an array; where a thread can be held here, a
 * scheduler can hold it too. Submissions loaded as {@link Subject#stopping} have them.
 */
public final class Stops {
    private static final String SELF = Type.getInternalName(Stops.class);
    private static final Set<Integer> ARRAY_STORES = Set.of(
            Opcodes.AASTORE,
            Opcodes.BASTORE,
            Opcodes.CASTORE,
            Opcodes.DASTORE,
            Opcodes.FASTORE,
            Opcodes.IASTORE,
            Opcodes.LASTORE,
            Opcodes.SASTORE);

    private static volatile @Nullable Stops current;

    private final Hold hold;
    private final int at;
    private volatile @Nullable Thread thread;
    private int passed;

    /**
     * Holds one thread at one stop.
     *
     * @param hold where it is held
     * @param at which stop, from 1
     */
    public Stops(Hold hold, int at) {
        this.hold = hold;
        this.at = at;
    }

    /**
     * Makes a call whose thread is the one to be held. One at a time in a JVM.
     *
     * @param call the call
     * @return what it returned
     * @throws Throwable what it throws
     */
    public @Nullable Object during(Call call) throws Throwable {
        thread = Thread.currentThread();
        current = this;
        try {
            return call.make();
        } finally {
            current = null;
        }
    }

    /** A stop; called by the submission's changed code, and by controls. */
    public static void here() {
        Stops stops = current;
        if (stops != null && stops.thread == Thread.currentThread()) {
            stops.pass();
        }
    }

    private void pass() {
        passed++;
        if (passed == at) {
            hold.pass();
        }
    }

    /** Returns the class with its stops. */
    static byte[] changed(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Steps(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Steps extends MethodVisitor {
        Steps(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            stop();
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
                stop();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            super.visitInsn(opcode);
            if (ARRAY_STORES.contains(opcode)) {
                stop();
            }
        }

        private void stop() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "here", "()V", false);
        }
    }
}
