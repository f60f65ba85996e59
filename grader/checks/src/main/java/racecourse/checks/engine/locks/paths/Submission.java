package racecourse.checks.engine.locks.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes of a submission that can be reached from where a lab begins. Nothing is loaded into this JVM. */
public final class Submission {
    private final Map<String, ClassNode> types = new LinkedHashMap<>();
    private final Map<MethodNode, MethodCode> code = new HashMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final List<Path> directories;

    private Submission(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /**
     * Reads classes.
     *
     * @param directories where compiled classes are
     * @param entries binary names of the classes to begin with
     * @return those and all that they refer to, as far as they are in the directories
     */
    public static Submission read(List<Path> directories, Collection<String> entries) {
        Submission submission = new Submission(directories);
        Deque<String> due = new ArrayDeque<>();
        entries.forEach(entry -> due.add(entry.replace('.', '/')));
        Set<String> seen = new HashSet<>(due);
        while (!due.isEmpty()) {
            ClassNode type = submission.parse(due.remove());
            if (type != null) {
                submission.types.put(type.name, type);
                for (String name : References.of(type)) {
                    if (seen.add(name)) {
                        due.add(name);
                    }
                }
            }
        }
        submission.types.values().forEach(submission::noteAssignments);
        return submission;
    }

    private @Nullable ClassNode parse(String name) {
        for (Path directory : directories) {
            Path file = directory.resolve(name + ".class");
            if (Files.isRegularFile(file)) {
                try {
                    ClassNode type = new ClassNode();
                    new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_FRAMES);
                    return type;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return null;
    }

    private void noteAssignments(ClassNode type) {
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                boolean puts =
                        instruction.getOpcode() == Opcodes.PUTFIELD || instruction.getOpcode() == Opcodes.PUTSTATIC;
                if (puts && instruction instanceof FieldInsnNode put) {
                    String maker = put.getOpcode() == Opcodes.PUTFIELD ? "<init>" : "<clinit>";
                    if (!method.name.equals(maker) || !type.name.equals(put.owner)) {
                        assigned.add(put.owner + "." + put.name);
                    }
                }
            }
        }
    }

    /** Returns the classes that were read. */
    public Collection<ClassNode> types() {
        return types.values();
    }

    /** Returns a class, or {@code null} if it is none of the submission's. */
    public @Nullable ClassNode type(String name) {
        return types.get(name);
    }

    /** Returns a method's code. */
    public MethodCode code(ClassNode owner, MethodNode method) {
        return code.computeIfAbsent(method, key -> new MethodCode(owner, key));
    }

    /**
     * Finds a method by name.
     *
     * @param type internal name of the class
     * @param name the method's name
     * @return every method of that name in the class and the classes above it, those of a subclass first
     */
    public List<MethodCode> named(String type, String name) {
        List<MethodCode> found = new ArrayList<>();
        Set<String> signatures = new HashSet<>();
        for (ClassNode at = type(type); at != null; at = at.superName == null ? null : type(at.superName)) {
            for (MethodNode method : at.methods) {
                if (method.name.equals(name)
                        && (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0
                        && signatures.add(method.desc)) {
                    found.add(code(at, method));
                }
            }
        }
        for (ClassNode face : types.values()) {
            if ((face.access & Opcodes.ACC_INTERFACE) != 0 && isSubtype(type, face.name)) {
                for (MethodNode method : face.methods) {
                    if (method.name.equals(name)
                            && (method.access & Opcodes.ACC_ABSTRACT) == 0
                            && signatures.add(method.desc)) {
                        found.add(code(face, method));
                    }
                }
            }
        }
        return found;
    }

    /** Finds the code that a call on an object of this class runs; {@code null} if it is not in the submission. */
    @Nullable
    MethodCode find(@Nullable String type, String name, String descriptor) {
        for (ClassNode at = node(type); at != null; at = node(at.superName)) {
            MethodCode found = declared(at, name, descriptor);
            if (found != null) {
                return found;
            }
        }
        for (ClassNode at = node(type); at != null; at = node(at.superName)) {
            for (String face : at.interfaces) {
                MethodCode found = find(face, name, descriptor);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable ClassNode node(@Nullable String type) {
        return type == null ? null : types.get(type);
    }

    private @Nullable MethodCode declared(ClassNode type, String name, String descriptor) {
        for (MethodNode method : type.methods) {
            if (method.name.equals(name)
                    && method.desc.equals(descriptor)
                    && (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                return code(type, method);
            }
        }
        return null;
    }

    /** Returns the concrete classes of the submission that are of a type. */
    List<String> concrete(String type) {
        List<String> found = new ArrayList<>();
        for (ClassNode candidate : types.values()) {
            if ((candidate.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0
                    && isSubtype(candidate.name, type)) {
                found.add(candidate.name);
            }
        }
        return found;
    }

    /** Returns the first class above that is not the submission's. */
    String foreign(String type) {
        String at = type;
        for (ClassNode node = types.get(at); node != null; node = types.get(at)) {
            at = node.superName == null ? "java/lang/Object" : node.superName;
        }
        return at;
    }

    /** Returns whether one type is another or below it. */
    public boolean isSubtype(String type, String above) {
        if (type.equals(above) || above.equals("java/lang/Object")) {
            return true;
        }
        ClassNode node = types.get(type);
        if (node == null) {
            return types.get(above) == null && Foreign.isSubtype(type, above);
        }
        if (node.superName != null && isSubtype(node.superName, above)) {
            return true;
        }
        return node.interfaces.stream().anyMatch(face -> isSubtype(face, above));
    }

    /** Returns what is known of a field that an instruction names. */
    public FieldName field(FieldInsnNode instruction) {
        boolean isStatic = instruction.getOpcode() == Opcodes.GETSTATIC || instruction.getOpcode() == Opcodes.PUTSTATIC;
        for (ClassNode at = node(instruction.owner); at != null; at = node(at.superName)) {
            for (FieldNode field : at.fields) {
                if (field.name.equals(instruction.name)) {
                    return name(at, field);
                }
            }
        }
        return new FieldName(instruction.owner, instruction.name, isStatic, true, false, false, false);
    }

    /** Returns what is known of a field. */
    public FieldName name(ClassNode owner, FieldNode field) {
        boolean isFinal = (field.access & Opcodes.ACC_FINAL) != 0;
        boolean fixed = isFinal
                || types.values().stream()
                        .noneMatch(type ->
                                assigned.contains(type.name + "." + field.name) && isSubtype(type.name, owner.name));
        return new FieldName(
                owner.name,
                field.name,
                (field.access & Opcodes.ACC_STATIC) != 0,
                (field.access & Opcodes.ACC_VOLATILE) != 0,
                fixed,
                (field.access & Opcodes.ACC_PRIVATE) != 0,
                isFinal);
    }
}
