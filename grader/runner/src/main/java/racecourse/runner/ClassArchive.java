package racecourse.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The archive of classes that the launcher makes once for each build: a JVM that maps the kit's and its libraries' classes
 * from it has them at once, and need not read, check and link each. Without one everything works the same, and starts later.
 */
public final class ClassArchive {
    /** Where the archive is. */
    private static final @Nullable String FILE = System.getProperty("racecourse.archive");

    /** A directory where each JVM is to note its classes, for an archive to be made of them. */
    private static final @Nullable String LISTS = System.getProperty("racecourse.class-lists");

    private ClassArchive() {}

    /**
     * Returns the flags for a JVM of the kit's own.
     *
     * @return flags; none where there is no archive
     */
    public static List<String> flags() {
        if (LISTS != null) {
            return List.of("-XX:DumpLoadedClassList=" + Path.of(LISTS, "%p.lst"));
        }
        if (FILE == null || !Files.isReadable(Path.of(FILE))) {
            return List.of();
        }
        // one of another build is passed over, with a warning on standard output, where only frames may stand
        return List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:disable", "-Xlog:all=error:stderr");
    }
}
