package racecourse.checks.engine.locks.paths;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** The types that a class names. */
final class References {
    private final Set<String> names = new LinkedHashSet<>();

    private References() {}

    static Set<String> of(ClassNode type) {
        References references = new References();
        if (type.superName != null) {
            references.names.add(type.superName);
        }
        references.names.addAll(type.interfaces);
        for (FieldNode field : type.fields) {
            references.add(Type.getType(field.desc));
        }
        for (MethodNode method : type.methods) {
            references.add(Type.getMethodType(method.desc));
            for (AbstractInsnNode instruction : method.instructions) {
                references.add(instruction);
            }
        }
        return references.names;
    }

    private void add(AbstractInsnNode instruction) {
        if (instruction instanceof TypeInsnNode node) {
            add(Type.getObjectType(node.desc));
        } else if (instruction instanceof MethodInsnNode node) {
            add(Type.getObjectType(node.owner));
            add(Type.getMethodType(node.desc));
        } else if (instruction instanceof FieldInsnNode node) {
            add(Type.getObjectType(node.owner));
            add(Type.getType(node.desc));
        } else if (instruction instanceof LdcInsnNode node && node.cst instanceof Type constant) {
            add(constant);
        } else if (instruction instanceof InvokeDynamicInsnNode node) {
            add(Type.getMethodType(node.desc));
            for (Object argument : node.bsmArgs) {
                if (argument instanceof Handle handle) {
                    add(Type.getObjectType(handle.getOwner()));
                }
            }
        }
    }

    private void add(Type type) {
        switch (type.getSort()) {
            case Type.OBJECT -> names.add(type.getInternalName());
            case Type.ARRAY -> add(type.getElementType());
            case Type.METHOD -> {
                add(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    add(argument);
                }
            }
            default -> {}
        }
    }
}
