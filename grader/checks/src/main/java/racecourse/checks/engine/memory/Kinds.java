package racecourse.checks.engine.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the classes of a submission declare: which fields are volatile or final, which methods are their own. */
final class Kinds {
    private final Map<String, Type> types = new HashMap<>();

    private record Type(List<String> above, Map<String, Integer> fields, Set<String> methods) {}

    private Kinds() {}

    /** Reads all classes below some directories. */
    static Kinds of(List<Path> directories) {
        Kinds kinds = new Kinds();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".class")).toList()) {
                    kinds.add(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kinds;
    }

    /** Reads these classes. */
    static Kinds of(Collection<byte[]> classes) {
        Kinds kinds = new Kinds();
        classes.forEach(kinds::add);
        return kinds;
    }

    private void add(byte[] bytes) {
        new ClassReader(bytes).accept(new Reader(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    }

    static String fieldKey(String owner, String name) {
        return owner + "." + name;
    }

    boolean isOwn(String type) {
        return types.containsKey(type);
    }

    /** A field that was found: who declares it, and its access flags. */
    record Field(String owner, String name, int flags) {
        boolean isFinal() {
            return (flags & Opcodes.ACC_FINAL) != 0;
        }

        Access access() {
            return (flags & Opcodes.ACC_VOLATILE) != 0 ? Access.VOLATILE : Access.PLAIN;
        }

        String key() {
            return fieldKey(owner, name);
        }
    }

    /** Finds a field of the submission; {@code null} if it is not one of its own. */
    @Nullable
    Field field(String owner, String name) {
        Type type = types.get(owner);
        if (type == null) {
            return null;
        }
        Integer flags = type.fields().get(name);
        if (flags != null) {
            return new Field(owner, name, flags);
        }
        for (String above : type.above()) {
            Field found = field(above, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns whether a call ends in code of the submission, as far as its types tell. */
    boolean declares(String owner, String method) {
        Type type = types.get(owner);
        return type != null
                && (type.methods().contains(method)
                        || type.above().stream().anyMatch(above -> declares(above, method)));
    }

    /**
     * Returns a class outside the submission that one of its classes inherits atomic methods from: called through an
     * interface they run unseen. {@code null} if there is none.
     */
    @Nullable
    String atomicAbove() {
        return types.values().stream()
                .flatMap(type -> type.above().stream())
                .filter(above -> above.startsWith("java/util/concurrent/atomic/"))
                .findFirst()
                .map(above -> above.replace('/', '.'))
                .orElse(null);
    }

    private final class Reader extends ClassVisitor {
        private final Map<String, Integer> fields = new HashMap<>();
        private final Set<String> methods = new HashSet<>();

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            List<String> above = new ArrayList<>();
            if (superName != null) {
                above.add(superName);
            }
            if (interfaces != null) {
                above.addAll(List.of(interfaces));
            }
            types.put(name, new Type(above, fields, methods));
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            fields.put(name, access);
            return null;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(name + descriptor);
            return null;
        }
    }
}
