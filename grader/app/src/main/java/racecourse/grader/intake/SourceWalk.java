package racecourse.grader.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Walks over {@code lab} and tells sources from the rest. */
final class SourceWalk {
    private final Path root;
    private final Limits limits;
    private final TreeSet<String> sources = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();
    private int entries;

    SourceWalk(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    /** Returns the sources below the root, sorted. */
    List<String> sources() throws IOException, IntakeException {
        // links are not followed, that is the default, so the walk cannot leave the folder or go in circles
        Files.walkFileTree(root.resolve("lab"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return goOn();
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                look(file, attributes);
                return goOn();
            }
        });
        if (entries > limits.entries() || sources.size() > limits.files()) {
            throw new IntakeException("more than " + limits.files() + " source files, or " + limits.entries()
                    + " entries, below " + root.resolve("lab") + "\n  next: hand in the labs' sources only");
        }
        return List.copyOf(sources);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private FileVisitResult goOn() {
        entries++;
        return entries > limits.entries() || sources.size() > limits.files()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    private void look(Path file, BasicFileAttributes attributes) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (!name.endsWith(".java")) {
            return;
        }
        if (!attributes.isRegularFile()) {
            remarks.add(name + " is a link or no regular file and was left out");
        } else if (name.endsWith("/module-info.java")) {
            remarks.add(name + " was left out: submissions are compiled without modules");
        } else {
            sources.add(name);
        }
    }
}
