package racecourse.checks.engine;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
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
    private final Predicate<Thread> whom;

    private Stops(Hold hold, Predicate<Thread> whom) {
        this.hold = hold;
        this.whom = whom;
    }

    /**
     * Makes a call and holds its thread at one stop. One at a time in a JVM, as all of this.
     *
     * @param hold where it is held
     * @param at which stop, from 1
     * @param call the call
     * @return what it returned
     * @throws Throwable what it throws
     */
    public static @Nullable Object during(Hold hold, int at, Call call) throws Throwable {
        current = new Stops(hold, new Nth(Thread.currentThread(), at));
        try {
            return call.make();
        } finally {
            current = null;
        }
    }

    /**
     * From now on holds other threads, each where it comes to a stop for the first time.
     *
     * @param hold where they are held
     * @param mayPass the thread that is not held
     */
    public static void holdOthers(Hold hold, Thread mayPass) {
        Set<Thread> held = ConcurrentHashMap.newKeySet();
        current = new Stops(hold, comer -> comer != mayPass && held.add(comer));
    }

    /**
     * From now on holds the thread that comes first, whichever it is, at one of its stops.
     *
     * @param hold where it is held
     * @param at which stop, from 1
     */
    public static void holdFirst(Hold hold, int at) {
        AtomicReference<@Nullable Nth> first = new AtomicReference<>();
        current = new Stops(hold, comer -> {
            first.compareAndSet(null, new Nth(comer, at));
            return Objects.requireNonNull(first.get()).test(comer);
        });
    }

    /** Stops are passed again by whoever comes; who is held stays so. */
    public static void holdNobody() {
        current = null;
    }

    /** A stop; called by the submission's changed code, and by controls. */
    public static void here() {
        Stops stops = current;
        if (stops != null && stops.whom.test(Thread.currentThread())) {
            stops.hold.pass();
        }
    }

    /** One thread, the nth time. */
    private static final class Nth implements Predicate<Thread> {
        private final Thread thread;
        private final int at;
        private int passed;

        Nth(Thread thread, int at) {
            this.thread = thread;
            this.at = at;
        }

        @Override
        public boolean test(Thread comer) {
            // only that thread counts
            return comer == thread && ++passed == at;
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
