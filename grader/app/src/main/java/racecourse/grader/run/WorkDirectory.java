package racecourse.grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory for one submission's sources and classes; gone when it is closed. */
public final class WorkDirectory implements AutoCloseable {
    private final Path directory;

    /**
     * Makes an empty one.
     *
     * @throws IOException if the disk says no
     */
    public WorkDirectory() throws IOException {
        directory = Files.createTempDirectory("racecourse-grade");
    }

    /**
     * Makes a folder in it.
     *
     * @param name its name
     * @return the folder, empty
     * @throws IOException if the disk says no
     */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
