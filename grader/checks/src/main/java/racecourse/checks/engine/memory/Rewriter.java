package racecourse.checks.engine.memory;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import racecourse.checks.engine.locks.paths.Mechanisms;

/** Rewrites a class so that it tells {@link Hooks} what it does to memory. What it does stays the same. */
final class Rewriter {
    private static final Set<String> UNINTERESTING_THREAD_CALLS = Set.of("currentThread", "yield", "onSpinWait");
    /** How collections are declared; whether they order anything is seen when they are called. */
    private static final Set<String> COLLECTIONS = Set.of(
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/PriorityQueue",
            "java/util/Deque",
            "java/util/Queue",
            "java/util/List",
            "java/util/Collection",
            "java/util/Iterator",
            "java/util/Map",
            "java/util/HashMap",
            "java/util/LinkedHashMap",
            "java/util/TreeMap",
            "java/util/IdentityHashMap",
            "java/util/Set",
            "java/util/HashSet",
            "java/util/LinkedHashSet",
            "java/util/TreeSet",
            "java/util/Map$Entry",
            "java/util/EnumSet");

    private static final Set<String> BLIND = Set.of("java/util/Arrays", "java/lang/StringBuilder");

    private final Kinds kinds;

    Rewriter(Kinds kinds) {
        this.kinds = kinds;
    }

    byte[] rewritten(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Classes(writer), 0);
        return writer.toByteArray();
    }

    private final class Classes extends ClassVisitor {
        private String name = "";
        private String source = "";
        private boolean isInterface;
        private Bridges bridges = new Bridges("", false);

        Classes(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
                int version,
                int access,
                String own,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(version, access, own, signature, superName, interfaces);
            name = own;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            bridges = new Bridges(own, isInterface);
        }

        @Override
        public void visitSource(@Nullable String file, @Nullable String debug) {
            super.visitSource(file, debug);
            source = file == null ? "" : name.substring(0, name.lastIndexOf('/') + 1) + file;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
            return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0
                    ? next
                    : new Code(next, access, method, descriptor);
        }

        @Override
        public void visitEnd() {
            bridges.emit(cv);
            super.visitEnd();
        }

        private final class Code extends MethodVisitor {
            private final int access;
            private final String method;
            private final String descriptor;
            private int line;

            Code(MethodVisitor next, int access, String method, String descriptor) {
                super(Opcodes.ASM9, next);
                this.access = access;
                this.method = method;
                this.descriptor = descriptor;
            }

            private String at() {
                return source + ":" + line;
            }

            private void hook(String hook, String signature) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, Emitter.HOOKS, hook, signature, false);
            }

            @Override
            public void visitCode() {
                super.visitCode();
                if (method.equals("<clinit>")) {
                    return;
                }
                super.visitLdcInsn(name + "." + method + descriptor);
                hook("entered", "(Ljava/lang/String;)V");
                if (isSynchronized()) {
                    monitor();
                    super.visitLdcInsn(source + ":" + line);
                    hook("acquired", "(Ljava/lang/Object;Ljava/lang/String;)V");
                }
            }

            private boolean isSynchronized() {
                return (access & Opcodes.ACC_SYNCHRONIZED) != 0;
            }

            private void monitor() {
                if ((access & Opcodes.ACC_STATIC) != 0) {
                    super.visitLdcInsn(Type.getObjectType(name));
                } else {
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                }
            }

            @Override
            public void visitLineNumber(int number, Label start) {
                line = number;
                super.visitLineNumber(number, start);
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                Kinds.Field found = kinds.field(owner, field);
                boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
                if (found == null || found.isFinal() || method.equals("<clinit>")) {
                    if (found != null && opcode == Opcodes.PUTFIELD) {
                        // an object that has got away from its constructor is seen without it
                        super.visitLdcInsn(at());
                        hook("point", "(Ljava/lang/String;)V");
                    }
                    super.visitFieldInsn(opcode, owner, field, type);
                } else if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
                    bridges.read(mv, isStatic, owner, found, Type.getType(type), at(), line);
                } else {
                    bridges.write(mv, isStatic, owner, found, Type.getType(type), at(), line);
                }
            }

            @Override
            public void visitInsn(int opcode) {
                switch (opcode) {
                    case Opcodes.MONITORENTER -> {
                        super.visitLdcInsn(at());
                        hook("point", "(Ljava/lang/String;)V");
                        super.visitInsn(Opcodes.DUP);
                        super.visitInsn(opcode);
                        super.visitLdcInsn(at());
                        hook("acquired", "(Ljava/lang/Object;Ljava/lang/String;)V");
                    }
                    case Opcodes.MONITOREXIT -> {
                        super.visitInsn(Opcodes.DUP);
                        super.visitLdcInsn(at());
                        hook("released", "(Ljava/lang/Object;Ljava/lang/String;)V");
                        super.visitInsn(opcode);
                    }
                    case Opcodes.RETURN,
                            Opcodes.IRETURN,
                            Opcodes.LRETURN,
                            Opcodes.FRETURN,
                            Opcodes.DRETURN,
                            Opcodes.ARETURN,
                            Opcodes.ATHROW -> {
                        ends(opcode);
                        super.visitInsn(opcode);
                    }
                    default -> {
                        if (!element(opcode)) {
                            super.visitInsn(opcode);
                        }
                    }
                }
            }

            private void ends(int opcode) {
                if (isSynchronized()) {
                    monitor();
                    super.visitLdcInsn(at());
                    hook("released", "(Ljava/lang/Object;Ljava/lang/String;)V");
                }
                if (method.equals("<clinit>") && opcode == Opcodes.RETURN) {
                    hook("initialised", "()V");
                }
            }

            private boolean element(int opcode) {
                switch (opcode) {
                    case Opcodes.BALOAD -> {
                        super.visitLdcInsn(at());
                        hook("loadByte", "(Ljava/lang/Object;ILjava/lang/String;)I");
                    }
                    case Opcodes.BASTORE -> {
                        super.visitLdcInsn(at());
                        hook("storeByte", "(Ljava/lang/Object;IILjava/lang/String;)V");
                    }
                    case Opcodes.IALOAD -> bridges.load(mv, opcode, Type.INT_TYPE, at(), line);
                    case Opcodes.LALOAD -> bridges.load(mv, opcode, Type.LONG_TYPE, at(), line);
                    case Opcodes.CALOAD -> bridges.load(mv, opcode, Type.CHAR_TYPE, at(), line);
                    case Opcodes.SALOAD -> bridges.load(mv, opcode, Type.SHORT_TYPE, at(), line);
                    case Opcodes.IASTORE -> bridges.store(mv, Opcodes.IALOAD, opcode, Type.INT_TYPE, at(), line);
                    case Opcodes.LASTORE -> bridges.store(mv, Opcodes.LALOAD, opcode, Type.LONG_TYPE, at(), line);
                    case Opcodes.CASTORE -> bridges.store(mv, Opcodes.CALOAD, opcode, Type.CHAR_TYPE, at(), line);
                    case Opcodes.SASTORE -> bridges.store(mv, Opcodes.SALOAD, opcode, Type.SHORT_TYPE, at(), line);
                    case Opcodes.AALOAD -> {
                        // the instruction itself knows of which type the element is
                        super.visitInsn(Opcodes.DUP2);
                        super.visitLdcInsn(at());
                        hook("pose", "([Ljava/lang/Object;ILjava/lang/String;)V");
                        super.visitInsn(opcode);
                        hook("posed", "()V");
                    }
                    case Opcodes.AASTORE -> {
                        super.visitLdcInsn(at());
                        hook("storeReference", "([Ljava/lang/Object;ILjava/lang/Object;Ljava/lang/String;)V");
                    }
                    case Opcodes.FALOAD, Opcodes.FASTORE, Opcodes.DALOAD, Opcodes.DASTORE -> {
                        super.visitLdcInsn("an array");
                        super.visitLdcInsn(at());
                        hook("used", "(Ljava/lang/String;Ljava/lang/String;)V");
                        super.visitInsn(opcode);
                    }
                    default -> {
                        return false;
                    }
                }
                return true;
            }

            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String called, String signature, boolean onInterface) {
                boolean isVirtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
                if (owner.equals("java/lang/invoke/VarHandle") && isVirtual && isAccess(called)) {
                    bridges.handle(mv, called, signature, at(), line);
                } else if (isOwn(owner, called, signature)) {
                    super.visitMethodInsn(opcode, owner, called, signature, onInterface);
                } else if (called.equals("<init>")) {
                    givenToNew(owner, signature);
                    super.visitMethodInsn(opcode, owner, called, signature, onInterface);
                } else if (COLLECTIONS.contains(owner) && isVirtual) {
                    bridges.lead(mv, opcode, owner, called, signature, onInterface, at(), line);
                } else if (BLIND.contains(owner) || COLLECTIONS.contains(owner) || called.equals("arraycopy")) {
                    super.visitLdcInsn(at());
                    hook("point", "(Ljava/lang/String;)V");
                    super.visitLdcInsn(owner.substring(owner.lastIndexOf('/') + 1) + "." + called);
                    super.visitLdcInsn(at());
                    hook("used", "(Ljava/lang/String;Ljava/lang/String;)V");
                    plain(opcode, owner, called, signature, onInterface);
                } else if (isPlain(owner, called, signature)) {
                    plain(opcode, owner, called, signature, onInterface);
                } else if (opcode == Opcodes.INVOKESPECIAL) {
                    unseen("super." + called);
                    super.visitMethodInsn(opcode, owner, called, signature, onInterface);
                    unseen("super." + called);
                } else {
                    bridges.lead(mv, opcode, owner, called, signature, onInterface, at(), line);
                }
            }

            /** A call that orders nothing unless one of the objects in it does, behind a type that does not tell. */
            private void plain(int opcode, String owner, String called, String signature, boolean onInterface) {
                boolean isStatic = opcode == Opcodes.INVOKESTATIC;
                boolean tells = (isStatic || Ordinary.isSealed(owner)) && tell(Type.getArgumentTypes(signature));
                if (tells || opcode == Opcodes.INVOKESPECIAL) {
                    super.visitMethodInsn(opcode, owner, called, signature, onInterface);
                } else {
                    bridges.meet(mv, opcode, owner, called, signature, onInterface, at(), line);
                }
            }

            /** A new object of the JDK may look into what it is given last, a collection for example. */
            private void givenToNew(String owner, String signature) {
                Type[] arguments = Type.getArgumentTypes(signature);
                if (arguments.length > 0 && !tell(arguments[arguments.length - 1])) {
                    super.visitInsn(Opcodes.DUP);
                    super.visitLdcInsn("new " + owner.substring(owner.lastIndexOf('/') + 1));
                    super.visitLdcInsn(at());
                    hook("meets", "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)V");
                }
            }

            private void unseen(String called) {
                super.visitLdcInsn(called);
                super.visitLdcInsn(at());
                hook("unseen", "(Ljava/lang/String;Ljava/lang/String;)V");
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String signature, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle
                            && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL
                            && handle.getTag() != Opcodes.H_NEWINVOKESPECIAL
                            && !isOwn(handle.getOwner(), handle.getName(), handle.getDesc())
                            && !isPlain(handle.getOwner(), handle.getName(), handle.getDesc())) {
                        // whoever calls it calls past the hooks
                        super.visitLdcInsn(handle.getName());
                        hook("hidden", "(Ljava/lang/String;)V");
                    }
                }
                if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")
                        && !tell(Type.getArgumentTypes(signature))) {
                    unseen("toString");
                }
                super.visitInvokeDynamicInsn(called, signature, bootstrap, arguments);
            }
        }
    }

    private boolean isOwn(String owner, String called, String signature) {
        return owner.startsWith("[") || owner.startsWith("racecourse/") || kinds.declares(owner, called + signature);
    }

    /** Whether types tell that whatever is passed orders nothing. */
    private static boolean tell(Type... types) {
        for (Type type : types) {
            if (type.getSort() == Type.OBJECT && !Ordinary.isSealed(type.getInternalName())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String owner, String called, String signature) {
        return owner.startsWith("java/lang/invoke/MethodHandles")
                || owner.equals("java/lang/Class")
                || (owner.equals("java/lang/Thread") && UNINTERESTING_THREAD_CALLS.contains(called))
                || Mechanisms.isPlain(owner, called, signature);
    }

    private static boolean isAccess(String called) {
        return called.startsWith("get") || called.startsWith("set") || called.contains("ompareAnd");
    }
}
