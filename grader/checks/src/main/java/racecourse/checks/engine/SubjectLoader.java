package racecourse.checks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads a submission's classes. Only {@code lab} comes from the submission; only the contract and the JDK are seen
 * beside it, so a submission finds no check, no engine and no test framework.
 */
final class SubjectLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final List<Path> classPath;
    private final UnaryOperator<byte[]> change;

    /** Names of classes of the kit that changed classes call. */
    private final Set<String> called;

    private SubjectLoader(List<Path> classPath, UnaryOperator<byte[]> change, Set<String> called) {
        super("submission", ClassLoader.getPlatformClassLoader());
        this.classPath = classPath;
        this.change = change;
        this.called = called;
    }

    static ClassLoader plain(List<Path> classPath) {
        return new SubjectLoader(classPath, UnaryOperator.identity(), Set.of());
    }

    static ClassLoader changed(List<Path> classPath, UnaryOperator<byte[]> change, Class<?>... called) {
        return new SubjectLoader(
                classPath, change, Arrays.stream(called).map(Class::getName).collect(Collectors.toSet()));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (Subject.owns(name)) {
            byte[] bytes = bytes(name);
            if (bytes != null) {
                MonitorLines.note(bytes);
                byte[] changed = change.apply(bytes);
                return defineClass(name, changed, 0, changed.length);
            }
        } else if (name.startsWith("racecourse.contract.") || called.contains(name)) {
            return Class.forName(name, false, SubjectLoader.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }

    private byte @Nullable [] bytes(String name) throws ClassNotFoundException {
        for (Path directory : classPath) {
            Path file = directory.resolve(name.replace('.', '/') + ".class");
            if (Files.isRegularFile(file)) {
                try {
                    return Files.readAllBytes(file);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
        return null;
    }
}
