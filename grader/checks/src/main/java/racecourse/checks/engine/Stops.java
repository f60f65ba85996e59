package racecourse.checks.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Those of the others that have been held already; {@code null} where one thread is held, and not the others. */
    private final @Nullable Set<Thread> others;

    /**
     * Holds one thread at one stop.
     *
     * @param hold where it is held
     * @param at which stop, from 1
     */
    public Stops(Hold hold, int at) {
        this(hold, at, null);
    }

    private Stops(Hold hold, int at, @Nullable Set<Thread> others) {
        this.hold = hold;
        this.at = at;
        this.others = others;
    }

    /**
     * From now on holds other threads, each where it comes to a stop for the first time. One at a time in a JVM.
     *
     * @param hold where they are held
     * @param mayPass the thread that is not held
     */
    public static void holdOthers(Hold hold, Thread mayPass) {
        Stops stops = new Stops(hold, 0, ConcurrentHashMap.newKeySet());
        stops.thread = mayPass;
        current = stops;
    }

    /** Stops are passed again by whoever comes; who is held stays so. */
    public static void holdNobody() {
        current = null;
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
        if (stops != null) {
            stops.pass(Thread.currentThread());
        }
    }

    private void pass(Thread comer) {
        if (others != null) {
            if (comer != thread && others.add(comer)) {
                hold.pass();
            }
        } else if (comer == thread) {
            passOnTheWay();
        }
    }

    private void passOnTheWay() {
        passed++;
        if (passed == at) {
            hold.pass();
        }
    }

    /** Returns the class with its stops, behind each step. */
    static byte[] changed(byte[] bytes) {
        return changed(bytes, false);
    }

    /** Returns the class with its stops, in front of each step. */
    static byte[] changedInFront(byte[] bytes) {
        return changed(bytes, true);
    }

    private static byte[] changed(byte[] bytes, boolean inFront) {
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
                        return new Steps(super.visitMethod(access, name, descriptor, signature, exceptions), inFront);
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Steps extends MethodVisitor {
        private final boolean inFront;

        Steps(MethodVisitor next, boolean inFront) {
            super(Opcodes.ASM9, next);
            this.inFront = inFront;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            step(true, () -> super.visitMethodInsn(opcode, owner, name, descriptor, isInterface));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            step(
                    opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC,
                    () -> super.visitFieldInsn(opcode, owner, name, descriptor));
        }

        @Override
        public void visitInsn(int opcode) {
            step(ARRAY_STORES.contains(opcode), () -> super.visitInsn(opcode));
        }

        private void step(boolean stops, Runnable instruction) {
            if (stops && inFront) {
                stop();
            }
            instruction.run();
            if (stops && !inFront) {
                stop();
            }
        }

        private void stop() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "here", "()V", false);
        }
    }
}
