package racecourse.checks.engine.memory;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes what every bridge is made of: parameters loaded, values put in boxes and taken out, hooks called. */
final class Emitter {
    static final String HOOKS = Type.getInternalName(Hooks.class);
    private static final Type OBJECT = Type.getType(Object.class);

    private final MethodVisitor code;

    Emitter(MethodVisitor code) {
        this.code = code;
    }

    MethodVisitor code() {
        return code;
    }

    void point(String at) {
        code.visitLdcInsn(at);
        hook("point", "(Ljava/lang/String;)V");
    }

    void hook(String name, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
    }

    void load(Type type, int local) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    }

    void number(int value) {
        code.visitLdcInsn(value);
    }

    void box(Type type) {
        Type box = boxOf(type);
        if (box != null) {
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, type), false);
        }
    }

    void unbox(Type type) {
        Type box = boxOf(type);
        if (box != null) {
            code.visitTypeInsn(Opcodes.CHECKCAST, box.getInternalName());
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    box.getInternalName(),
                    type.getClassName() + "Value",
                    Type.getMethodDescriptor(type),
                    false);
        } else if (!type.equals(OBJECT)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        }
    }

    /** Puts all parameters from one on into an array of objects. */
    void boxed(Type[] parameters, int firstLocal) {
        number(parameters.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT.getInternalName());
        int local = firstLocal;
        for (int i = 0; i < parameters.length; i++) {
            code.visitInsn(Opcodes.DUP);
            number(i);
            load(parameters[i], local);
            box(parameters[i]);
            code.visitInsn(Opcodes.AASTORE);
            local += parameters[i].getSize();
        }
    }

    void leave(Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    }

    private static @org.jspecify.annotations.Nullable Type boxOf(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> Type.getType(Boolean.class);
            case Type.BYTE -> Type.getType(Byte.class);
            case Type.CHAR -> Type.getType(Character.class);
            case Type.SHORT -> Type.getType(Short.class);
            case Type.INT -> Type.getType(Integer.class);
            case Type.LONG -> Type.getType(Long.class);
            case Type.FLOAT -> Type.getType(Float.class);
            case Type.DOUBLE -> Type.getType(Double.class);
            default -> null;
        };
    }
}
