package racecourse.grader.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One lab of the gallery's submission: the reference, with some files of it replaced.
 *
 * @param lab the lab
 * @param sources the files that replace the reference's, a directory that holds {@code lab}
 * @param checks ids of the checks whose cards are wanted
 */
record Exhibit(String lab, Path sources, List<String> checks) {
    private static final Path VARIANTS = Path.of("src/test/variants");
    private static final Path OWN = Path.of("src/test/gallery");
    private static final Path REFERENCE = Path.of("../../reference/src/main/java");

    Exhibit {
        checks = List.copyOf(checks);
    }

    /** Returns a variant of the exam. */
    static Exhibit broken(String lab, String variant, String... checks) {
        return new Exhibit(lab, VARIANTS.resolve(lab).resolve("broken").resolve(variant), List.of(checks));
    }

    /** Returns what is no wrong solution, and so no variant. */
    static Exhibit special(String lab, String name, String... checks) {
        return new Exhibit(lab, OWN.resolve(name), List.of(checks));
    }

    /** Writes the lab into a submission's directory. */
    void writeTo(Path submission) throws IOException {
        Path folder = Path.of("lab", lab);
        copy(REFERENCE.resolve(folder), submission.resolve(folder));
        copy(sources.resolve("lab"), submission.resolve("lab"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
