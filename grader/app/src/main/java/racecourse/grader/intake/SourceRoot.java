package racecourse.grader.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder that holds {@code lab}: in the submission itself, or in its only top folder. */
final class SourceRoot {
    private static final List<String> PLACES = List.of("src/main/java", "src", "");
    private static final int MANY = 1000;
    private static final int DEEP = 20;

    private SourceRoot() {}

    static Optional<Path> in(Path directory) throws IOException {
        Optional<Path> here = directlyIn(directory);
        return here.isPresent() ? here : onlyFolder(directory).flatMap(SourceRoot::directlyIn);
    }

    private static Optional<Path> directlyIn(Path directory) {
        List<Path> roots = PLACES.stream()
                .map(place -> place.isEmpty() ? directory : directory.resolve(place))
                .filter(root -> isFolder(directory, root.resolve("lab")))
                .toList();
        // an empty folder in the first place does not hide what is in the second
        return roots.stream()
                .filter(root -> hasSources(root.resolve("lab")))
                .findFirst()
                .or(() -> roots.stream().findFirst());
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.find(
                folder,
                DEEP,
                (file, facts) -> facts.isRegularFile() && file.toString().endsWith(".java"))) {
            return files.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            // whoever reads it all says so
            return true;
        }
    }

    /** No link on the way from the submission down: it could lead to somebody else's solution. */
    private static boolean isFolder(Path top, Path folder) {
        Path step = top;
        for (Path name : top.relativize(folder)) {
            step = step.resolve(name);
            if (!Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Path> onlyFolder(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> folders = entries.limit(MANY)
                    .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !isLitter(entry.getFileName().toString()))
                    .toList();
            return folders.size() == 1 ? Optional.of(folders.get(0)) : Optional.empty();
        }
    }

    /** What archivers, IDEs and version control leave beside the one folder. */
    private static boolean isLitter(String name) {
        return name.startsWith(".") || name.equals("__MACOSX");
    }
}
