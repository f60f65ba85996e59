package racecourse.checks.engine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The methods that stand in for instructions: one for each, in the same class, so that it may do what the instruction
 * may. Its parameters are what the instruction takes from the stack.
 */
final class Bridges {
    private static final String TEXT = "Ljava/lang/String;";
    private static final String READ =
            "(Ljava/lang/Object;" + TEXT + TEXT + "Ljava/lang/Object;" + TEXT + ")Ljava/lang/Object;";
    private static final String WRITE =
            "(Ljava/lang/Object;" + TEXT + TEXT + "Ljava/lang/Object;Ljava/lang/Object;" + TEXT + ")V";
    private static final String BEFORE = "(Ljava/lang/Object;" + TEXT + TEXT + TEXT + ")V";
    private static final String AFTER =
            "(Ljava/lang/Object;" + TEXT + TEXT + "Ljava/lang/Object;" + TEXT + ")Ljava/lang/Object;";
    private static final String HANDLE = "Ljava/lang/invoke/VarHandle;" + TEXT + "[Ljava/lang/Object;";

    private final String owner;
    private final boolean isInterface;
    private final List<Bridge> bridges = new ArrayList<>();

    Bridges(String owner, boolean isInterface) {
        this.owner = owner;
        this.isInterface = isInterface;
    }

    private record Bridge(String name, String descriptor, int line, Consumer<Emitter> body) {}

    /** Calls a bridge that is made for the purpose. */
    private void call(MethodVisitor from, String stem, String descriptor, int line, Consumer<Emitter> body) {
        String name = "racecourse$" + stem + "$" + bridges.size();
        bridges.add(new Bridge(name, descriptor, line, body));
        from.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, isInterface);
    }

    /** Writes all bridges. */
    void emit(ClassVisitor target) {
        for (Bridge bridge : bridges) {
            MethodVisitor code = target.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    bridge.name(),
                    bridge.descriptor(),
                    null,
                    null);
            code.visitCode();
            Label start = new Label();
            code.visitLabel(start);
            code.visitLineNumber(bridge.line(), start);
            bridge.body().accept(new Emitter(code));
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }

    void read(MethodVisitor from, boolean isStatic, String named, Kinds.Field field, Type type, String at, int line) {
        Type base = Type.getObjectType(named);
        String descriptor = isStatic ? Type.getMethodDescriptor(type) : Type.getMethodDescriptor(type, base);
        call(from, "read", descriptor, line, emit -> {
            emit.point(at);
            base(emit, isStatic);
            emit.code().visitLdcInsn(field.key());
            emit.code().visitLdcInsn(field.access().name());
            actual(emit, isStatic, named, field.name(), type);
            emit.code().visitLdcInsn(at);
            emit.hook("read", READ);
            emit.unbox(type);
            emit.leave(type);
        });
    }

    void write(MethodVisitor from, boolean isStatic, String named, Kinds.Field field, Type type, String at, int line) {
        Type base = Type.getObjectType(named);
        String descriptor = isStatic
                ? Type.getMethodDescriptor(Type.VOID_TYPE, type)
                : Type.getMethodDescriptor(Type.VOID_TYPE, base, type);
        call(from, "write", descriptor, line, emit -> {
            int value = isStatic ? 0 : 1;
            emit.point(at);
            base(emit, isStatic);
            emit.code().visitLdcInsn(field.key());
            emit.code().visitLdcInsn(field.access().name());
            actual(emit, isStatic, named, field.name(), type);
            emit.load(type, value);
            emit.box(type);
            emit.code().visitLdcInsn(at);
            emit.hook("write", WRITE);
            if (!isStatic) {
                emit.load(base, 0);
            }
            emit.load(type, value);
            emit.code()
                    .visitFieldInsn(
                            isStatic ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD, named, field.name(), type.getDescriptor());
            emit.leave(Type.VOID_TYPE);
        });
    }

    private static void base(Emitter emit, boolean isStatic) {
        if (isStatic) {
            emit.code().visitInsn(Opcodes.ACONST_NULL);
        } else {
            emit.code().visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    private static void actual(Emitter emit, boolean isStatic, String named, String field, Type type) {
        if (!isStatic) {
            emit.code().visitVarInsn(Opcodes.ALOAD, 0);
        }
        emit.code().visitFieldInsn(isStatic ? Opcodes.GETSTATIC : Opcodes.GETFIELD, named, field, type.getDescriptor());
        emit.box(type);
    }

    /** An element of an array of numbers wider than a byte. */
    void load(MethodVisitor from, int opcode, Type element, String at, int line) {
        Type array = Type.getType("[" + element.getDescriptor());
        Type result = element.getSort() < Type.INT ? Type.INT_TYPE : element;
        call(from, "load", Type.getMethodDescriptor(result, array, Type.INT_TYPE), line, emit -> {
            emit.point(at);
            element(emit);
            emit.code().visitLdcInsn(Access.PLAIN.name());
            emit.code().visitVarInsn(Opcodes.ALOAD, 0);
            emit.code().visitVarInsn(Opcodes.ILOAD, 1);
            emit.code().visitInsn(opcode);
            emit.box(element);
            emit.code().visitLdcInsn(at);
            emit.hook("read", READ);
            emit.unbox(element);
            emit.leave(result);
        });
    }

    void store(MethodVisitor from, int loads, int stores, Type element, String at, int line) {
        Type array = Type.getType("[" + element.getDescriptor());
        call(from, "store", Type.getMethodDescriptor(Type.VOID_TYPE, array, Type.INT_TYPE, element), line, emit -> {
            emit.point(at);
            element(emit);
            emit.code().visitLdcInsn(Access.PLAIN.name());
            emit.code().visitVarInsn(Opcodes.ALOAD, 0);
            emit.code().visitVarInsn(Opcodes.ILOAD, 1);
            emit.code().visitInsn(loads);
            emit.box(element);
            emit.load(element, 2);
            emit.box(element);
            emit.code().visitLdcInsn(at);
            emit.hook("write", WRITE);
            emit.code().visitVarInsn(Opcodes.ALOAD, 0);
            emit.code().visitVarInsn(Opcodes.ILOAD, 1);
            emit.load(element, 2);
            emit.code().visitInsn(stores);
            emit.leave(Type.VOID_TYPE);
        });
    }

    private static void element(Emitter emit) {
        emit.code().visitVarInsn(Opcodes.ALOAD, 0);
        emit.code().visitVarInsn(Opcodes.ILOAD, 1);
        emit.hook("element", "(I)" + TEXT);
    }

    /** A call that leads out of the submission. */
    void lead(
            MethodVisitor from,
            int opcode,
            String called,
            String name,
            String descriptor,
            boolean onInterface,
            String at,
            int line) {
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        Type receiver = Type.getObjectType(called);
        Type[] parameters = withReceiver(isStatic, receiver, descriptor);
        Type result = Type.getReturnType(descriptor);
        call(from, "call", Type.getMethodDescriptor(result, parameters), line, emit -> {
            base(emit, isStatic);
            told(emit, called, name, at);
            emit.hook("before", BEFORE);
            int local = 0;
            for (Type parameter : parameters) {
                emit.load(parameter, local);
                local += parameter.getSize();
            }
            emit.code().visitMethodInsn(opcode, called, name, descriptor, onInterface);
            int kept = keep(emit, result, local);
            base(emit, isStatic);
            emit.code().visitLdcInsn(called);
            emit.code().visitLdcInsn(name);
            given(emit, result, kept);
            emit.code().visitLdcInsn(at);
            emit.hook("after", AFTER);
            giveBack(emit, result);
        });
    }

    /** A call of something plain, unless one of the objects in it is more than it seems. */
    void meet(
            MethodVisitor from,
            int opcode,
            String called,
            String name,
            String descriptor,
            boolean onInterface,
            String at,
            int line) {
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        Type[] parameters = withReceiver(isStatic, Type.getObjectType(called), descriptor);
        Type result = Type.getReturnType(descriptor);
        call(from, "meet", Type.getMethodDescriptor(result, parameters), line, emit -> {
            met(emit, parameters, called, name, at);
            int local = 0;
            for (Type parameter : parameters) {
                emit.load(parameter, local);
                local += parameter.getSize();
            }
            emit.code().visitMethodInsn(opcode, called, name, descriptor, onInterface);
            met(emit, parameters, called, name, at);
            emit.leave(result);
        });
    }

    private static void met(Emitter emit, Type[] parameters, String called, String name, String at) {
        int local = 0;
        for (Type parameter : parameters) {
            if (parameter.getSort() == Type.OBJECT && !Ordinary.isSealed(parameter.getInternalName())) {
                emit.load(parameter, local);
                emit.code().visitLdcInsn(called.substring(called.lastIndexOf('/') + 1) + "." + name);
                emit.code().visitLdcInsn(at);
                emit.hook("meets", "(Ljava/lang/Object;" + TEXT + TEXT + ")V");
            }
            local += parameter.getSize();
        }
    }

    private static Type[] withReceiver(boolean isStatic, Type receiver, String descriptor) {
        List<Type> all = new ArrayList<>();
        if (!isStatic) {
            all.add(receiver);
        }
        all.addAll(List.of(Type.getArgumentTypes(descriptor)));
        return all.toArray(new Type[0]);
    }

    private static void told(Emitter emit, String called, String name, String at) {
        emit.code().visitLdcInsn(called);
        emit.code().visitLdcInsn(name);
        emit.code().visitLdcInsn(at);
    }

    private static int keep(Emitter emit, Type result, int local) {
        if (result.getSort() != Type.VOID) {
            emit.code().visitVarInsn(result.getOpcode(Opcodes.ISTORE), local);
        }
        return local;
    }

    private static void given(Emitter emit, Type result, int local) {
        if (result.getSort() == Type.VOID) {
            emit.code().visitInsn(Opcodes.ACONST_NULL);
        } else {
            emit.load(result, local);
            emit.box(result);
        }
    }

    private static void giveBack(Emitter emit, Type result) {
        if (result.getSort() == Type.VOID) {
            emit.code().visitInsn(Opcodes.POP);
        } else {
            emit.unbox(result);
        }
        emit.leave(result);
    }

    /** A call of a VarHandle, whose descriptor is whatever the caller gives. */
    void handle(MethodVisitor from, String name, String descriptor, String at, int line) {
        Type handle = Type.getObjectType("java/lang/invoke/VarHandle");
        Type[] parameters = withReceiver(false, handle, descriptor);
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Type result = Type.getReturnType(descriptor);
        call(from, "handle", Type.getMethodDescriptor(result, parameters), line, emit -> {
            about(emit, name, arguments);
            emit.code().visitLdcInsn(at);
            emit.hook("handleBefore", "(" + HANDLE + TEXT + ")V");
            int local = 0;
            for (Type parameter : parameters) {
                emit.load(parameter, local);
                local += parameter.getSize();
            }
            emit.code().visitMethodInsn(Opcodes.INVOKEVIRTUAL, handle.getInternalName(), name, descriptor, false);
            int kept = keep(emit, result, local);
            about(emit, name, arguments);
            given(emit, result, kept);
            emit.code().visitLdcInsn(at);
            emit.hook("handleAfter", "(" + HANDLE + "Ljava/lang/Object;" + TEXT + ")Ljava/lang/Object;");
            giveBack(emit, result);
        });
    }

    private static void about(Emitter emit, String name, Type[] arguments) {
        emit.code().visitVarInsn(Opcodes.ALOAD, 0);
        emit.code().visitLdcInsn(name);
        emit.boxed(arguments, 1);
    }
}
