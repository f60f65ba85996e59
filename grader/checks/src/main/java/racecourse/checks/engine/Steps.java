package racecourse.checks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Holds one thread in the middle of a submission's own code: after its first call, after its second, and so on. Submissions
 * loaded as {@link Subject#stepped} come here at the beginning of every method, before and after calls, before a field is
 * written, before a monitor is entered and after it is left. The scheduler may stop a thread at any of these places for as long as it likes, so no
 * correct code depends on its not being stopped there.
 */
public final class Steps implements AutoCloseable {
    private static final String SELF = Type.getInternalName(Steps.class);

    private static volatile @Nullable Steps current;

    private final Predicate<Thread> who;
    private final int nth;
    private final Gate gate;
    private final Set<Thread> seen = new LinkedHashSet<>();
    private final int which;
    private @Nullable Thread chosen;
    private int count;

    private Steps(Predicate<Thread> who, int which, int nth, Gate gate) {
        this.who = who;
        this.which = which;
        this.nth = nth;
        this.gate = gate;
    }

    /**
     * Holds a thread, from now on and until closed.
     *
     * @param who whether a thread is one of those that may be held
     * @param which 1 for the first such thread that takes a step, 2 for the second
     * @param nth at which of its steps it comes to the gate
     * @param gate where it is held
     * @return what is to be closed
     */
    public static Steps hold(Predicate<Thread> who, int which, int nth, Gate gate) {
        Steps steps = new Steps(who, which, nth, gate);
        current = steps;
        return steps;
    }

    /**
     * Holds nobody, and only notes who takes a step.
     *
     * @param who whether a thread is of interest
     * @return what is to be closed
     */
    public static Steps watch(Predicate<Thread> who) {
        return hold(who, 0, 0, new Gate());
    }

    /** Called by changed classes, on any thread. */
    public static void step() {
        Steps steps = current;
        if (steps != null) {
            steps.comes(Thread.currentThread());
        }
    }

    private void comes(Thread thread) {
        boolean held;
        synchronized (this) {
            if (!who.test(thread)) {
                return;
            }
            if (seen.add(thread) && seen.size() == which) {
                chosen = thread;
            }
            held = thread == chosen && ++count == nth;
        }
        if (held) {
            gate.pass();
        }
    }

    /** Returns the thread that is to be held, once it has taken its first step. */
    public synchronized @Nullable Thread chosen() {
        return chosen;
    }

    /** Returns whether the chosen thread has come to the step at which it is held. */
    public synchronized boolean reached() {
        return chosen != null && count >= nth;
    }

    /** Returns the threads of interest that have taken a step. */
    public synchronized Set<Thread> seen() {
        return Set.copyOf(seen);
    }

    /** Holds nobody from now on; who is held stays so until the gate opens. */
    @Override
    public void close() {
        current = null;
    }

    /** Returns the class with its steps. */
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
                        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                        // a bridge does nothing of its own; a constructor's object is nobody else's yet
                        boolean leave = name.startsWith("<") || (access & Opcodes.ACC_BRIDGE) != 0;
                        return leave ? next : new Stepping(next);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /**
     * Returns a class of the kit loaded anew with its steps, as a control.
     *
     * @param type a class whose nested classes are not used
     * @return the class, with the kit's classes around it
     */
    public static Class<?> stepped(Class<?> type) {
        String file = "/" + Type.getInternalName(type) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            return new PlantedLoader(type.getName(), changed(in.readAllBytes())).loadClass(type.getName());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a planted class cannot be loaded: " + type, e);
        }
    }

    private static final class PlantedLoader extends ClassLoader {
        private final String name;
        private final byte[] bytes;

        PlantedLoader(String name, byte[] bytes) {
            super("planted", Steps.class.getClassLoader());
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
            if (!wanted.equals(name)) {
                return super.loadClass(wanted, resolve);
            }
            synchronized (getClassLoadingLock(wanted)) {
                Class<?> loaded = findLoadedClass(wanted);
                return loaded == null ? defineClass(wanted, bytes, 0, bytes.length) : loaded;
            }
        }
    }

    private static final class Stepping extends MethodVisitor {
        /** Whether something that other threads may see was touched since the last step. */
        private boolean touched;

        Stepping(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, SELF, "step", "()V", false);
            touched = false;
        }

        private void stepIfTouched() {
            if (touched) {
                step();
            }
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
                stepIfTouched();
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
            touched = true;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("<init>")) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            stepIfTouched();
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            step();
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                stepIfTouched();
            }
            super.visitInsn(opcode);
            if (opcode == Opcodes.MONITOREXIT) {
                step();
            }
        }
    }
}
