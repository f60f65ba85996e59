package racecourse.checks.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Changes a class so that {@link Track} sees its steps and its waits. What the class does stays the same. */
final class Tracked {
    private static final String TRACK = Type.getInternalName(Track.class);
    private static final String LOCKS = "java/util/concurrent/locks/";

    private static final String REMAPPING = "Ljava/util/function/BiFunction;)Ljava/lang/Object;";
    private static final String STEPPING = "(Ljava/util/function/BiFunction;)Ljava/util/function/BiFunction;";

    /** From the name and descriptor of a wait to where the JDK declares it. */
    private static final Map<String, String> WAITS = Map.ofEntries(
            Map.entry("await()V", LOCKS),
            Map.entry("awaitUninterruptibly()V", LOCKS),
            Map.entry("await(JLjava/util/concurrent/TimeUnit;)Z", LOCKS),
            Map.entry("awaitNanos(J)J", LOCKS),
            Map.entry("wait()V", ""),
            Map.entry("wait(J)V", ""),
            Map.entry("park()V", LOCKS),
            Map.entry("park(Ljava/lang/Object;)V", LOCKS),
            Map.entry("parkNanos(J)V", LOCKS),
            Map.entry("parkNanos(Ljava/lang/Object;J)V", LOCKS),
            Map.entry("sleep(J)V", "java/lang/Thread"),
            Map.entry("tryAcquire(JLjava/util/concurrent/TimeUnit;)Z", "java/util/concurrent/Semaphore"));

    private Tracked() {}

    /** Returns the class with its steps and waits made visible, and impatient as {@link Impatience} makes it. */
    static byte[] changed(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Set<String> finals = finals(reader);
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
                        // what is being made is nobody else's yet; a class is initialised once, and all may wait for it
                        return name.startsWith("<") ? next : new Code(next, finals);
                    }
                },
                0);
        return Impatience.changed(writer.toByteArray());
    }

    private static Set<String> finals(ClassReader reader) {
        Set<String> finals = new HashSet<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        if ((access & Opcodes.ACC_FINAL) != 0) {
                            finals.add(reader.getClassName() + "." + name);
                        }
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return finals;
    }

    private static final class Code extends MethodVisitor {
        private final Set<String> finals;

        Code(MethodVisitor next, Set<String> finals) {
            super(Opcodes.ASM9, next);
            this.finals = finals;
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TRACK, "step", "()V", false);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (!finals.contains(owner + "." + name)) {
                step();
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitInsn(int opcode) {
            boolean array = (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
                    || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
            if (array || opcode == Opcodes.MONITORENTER) {
                step();
            }
            super.visitInsn(opcode);
            if (opcode == Opcodes.MONITOREXIT) {
                step();
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.equals("<init>") || owner.equals("java/util/Objects")) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            step();
            if (owner.startsWith("java/util/") && descriptor.endsWith(REMAPPING)) {
                // a map may be met in the middle of what it does with the number that it has looked up
                super.visitMethodInsn(Opcodes.INVOKESTATIC, TRACK, "stepping", STEPPING, false);
            }
            String declared = WAITS.get(name + descriptor);
            if (declared == null || opcode == Opcodes.INVOKESPECIAL || !owner.startsWith(declared)) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, TRACK, name, asStatic(opcode, declared, owner, descriptor), false);
        }

        private static String asStatic(int opcode, String declared, String owner, String descriptor) {
            if (opcode == Opcodes.INVOKESTATIC) {
                return descriptor;
            }
            String receiver =
                    declared.isEmpty() ? "java/lang/Object" : declared.equals(LOCKS) ? LOCKS + "Condition" : owner;
            return "(L" + receiver + ";" + descriptor.substring(1);
        }
    }
}
