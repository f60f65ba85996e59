package racecourse.checks.engine.processes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Rewrites a class so that it starts processes, kills them, and waits for them with a limit, through {@link Starts}. */
final class StartRewriter {
    private static final String STARTS = Type.getInternalName(Starts.class);
    private static final String BUILDER = "java/lang/ProcessBuilder";
    private static final String LIMITED = "waitFor(JLjava/util/concurrent/TimeUnit;)Z";
    private static final String RUNTIME = "java/lang/Runtime";

    private static final Set<String> KILLED = Set.of("java/lang/Process", "java/lang/ProcessHandle");
    private static final Set<String> KILLS = Set.of("destroy", "destroyForcibly");

    private StartRewriter() {}

    static byte[] rewritten(byte[] bytes) {
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
                        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Whether it starts a process or kills one. */
    private static boolean starts(String owner, String name) {
        return (owner.equals(BUILDER) && Set.of("start", "startPipeline").contains(name))
                || (owner.equals(RUNTIME) && name.equals("exec"))
                || (KILLED.contains(owner) && KILLS.contains(name));
    }

    private static String withReceiver(boolean isStatic, String owner, String descriptor) {
        return isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1);
    }

    private static final class Calls extends MethodVisitor {
        Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
            boolean limited = owner.equals("java/lang/Process") && (name + descriptor).equals(LIMITED);
            if (limited || starts(owner, name)) {
                String changed = withReceiver(opcode == Opcodes.INVOKESTATIC, owner, descriptor);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, STARTS, name, changed, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] changed = arguments.clone();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] instanceof Handle handle && starts(handle.getOwner(), handle.getName())) {
                    boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
                    changed[i] = new Handle(
                            Opcodes.H_INVOKESTATIC,
                            STARTS,
                            handle.getName(),
                            withReceiver(isStatic, handle.getOwner(), handle.getDesc()),
                            false);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, changed);
        }
    }
}
