package racecourse.checks.engine.processes;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites a main program so that it leaves a file for each argument that it takes out of its array. */
final class MainRewriter {
    private static final String HOOK = "racecourse$took";

    private MainRewriter() {}

    /**
     * Rewrites a program.
     *
     * @param bytes its class
     * @param descriptor what its main method is like
     * @param prefix where the files are put, each named by the number of an argument
     * @return the program; {@code null} if it does anything else with the array, or has none
     */
    static byte @Nullable [] watched(byte[] bytes, String descriptor, String prefix) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Types types = new Types(writer, reader.getClassName(), descriptor);
        reader.accept(types, 0);
        if (types.main == null || types.main.escapes) {
            return null;
        }
        hook(writer, prefix);
        return writer.toByteArray();
    }

    private static void hook(ClassWriter writer, String prefix) {
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                HOOK,
                "([Ljava/lang/String;I)V",
                null,
                null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, "java/io/FileOutputStream");
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn(prefix);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/String", "valueOf", "(I)Ljava/lang/String;", false);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;", false);
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL, "java/io/FileOutputStream", "<init>", "(Ljava/lang/String;)V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static final class Types extends ClassVisitor {
        private final String owner;
        private final String descriptor;
        private @Nullable Main main;

        Types(ClassVisitor next, String owner, String descriptor) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
            this.descriptor = descriptor;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String called, @Nullable String signature, String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, called, signature, exceptions);
            if (name.equals("main") && called.equals(descriptor) && (access & Opcodes.ACC_STATIC) != 0) {
                Main found = new Main(next, owner);
                main = found;
                return found;
            }
            return next;
        }
    }

    /** Where one is between loading the array and using it. */
    private enum State {
        ELSEWHERE,
        ARRAY,
        INDEX
    }

    private static final class Main extends MethodVisitor {
        private final String owner;
        private State state = State.ELSEWHERE;
        private boolean escapes;

        Main(MethodVisitor next, String owner) {
            super(Opcodes.ASM9, next);
            this.owner = owner;
        }

        private void index() {
            escapes |= state == State.INDEX;
            state = state == State.ARRAY ? State.INDEX : State.ELSEWHERE;
        }

        private void other() {
            escapes |= state != State.ELSEWHERE;
        }

        @Override
        public void visitVarInsn(int opcode, int local) {
            if (local == 0) {
                escapes |= opcode != Opcodes.ALOAD || state != State.ELSEWHERE;
                state = State.ARRAY;
            } else if (opcode == Opcodes.ILOAD) {
                index();
            } else {
                other();
            }
            super.visitVarInsn(opcode, local);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
                index();
            } else if (opcode == Opcodes.ARRAYLENGTH && state == State.ARRAY) {
                state = State.ELSEWHERE;
            } else if (opcode == Opcodes.AALOAD && state == State.INDEX) {
                state = State.ELSEWHERE;
                super.visitInsn(Opcodes.DUP2);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, HOOK, "([Ljava/lang/String;I)V", false);
            } else {
                other();
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                other();
            } else {
                index();
            }
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            other();
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
            other();
            super.visitFieldInsn(opcode, type, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean onInterface) {
            other();
            super.visitMethodInsn(opcode, type, name, descriptor, onInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            other();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            other();
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitLdcInsn(Object value) {
            other();
            super.visitLdcInsn(value);
        }

        @Override
        public void visitIincInsn(int local, int increment) {
            other();
            super.visitIincInsn(local, increment);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            other();
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }
    }
}
