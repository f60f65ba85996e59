package racecourse.runner;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The class path that this JVM was started with, cut into the kit's part and the student's. */
public final class KitClassPath {
    private KitClassPath() {}

    /**
     * Returns what a worker needs: everything but directories with classes of a submission.
     *
     * @return a class path of absolute entries
     */
    public static String forWorkers() {
        return entries().stream()
                .filter(entry -> !isStudents(entry))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Returns the directories with classes of a submission: where a student runs the checks, the project's own.
     *
     * @return the directories, in the order of the class path
     */
    public static List<Path> ofStudent() {
        return entries().stream().filter(KitClassPath::isStudents).toList();
    }

    private static boolean isStudents(Path entry) {
        return Files.isDirectory(entry.resolve("lab"));
    }

    private static List<Path> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }
}
