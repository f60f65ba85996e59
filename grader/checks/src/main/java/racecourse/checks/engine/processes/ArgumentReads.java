package racecourse.checks.engine.processes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Reach;
import racecourse.checks.engine.locks.paths.Submission;

/**
 * Which of its arguments a main program of the submission takes out of its array, seen while it runs in a child: its
 * class is put in front of the child's class path in a version that leaves a file for each. Only for programs that can get
 * at their arguments in no other way; all others are run as they are, and nothing is said of them.
 */
public final class ArgumentReads implements AutoCloseable {
    private static final String MAIN = "([Ljava/lang/String;)V";

    /** Who calls nothing else cannot find out by what command it was started. */
    private static final Set<String> INNOCENT = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Math",
            "java/lang/IllegalArgumentException",
            "java/lang/IllegalStateException",
            "java/io/PrintStream");

    private final List<Path> classPath;
    private final Path folder;
    private List<String> arguments = List.of();
    private boolean watches;

    /**
     * Prepares for one child.
     *
     * @param classPath the submission's classes
     * @throws IOException if there is no room for a temporary directory
     */
    public ArgumentReads(List<Path> classPath) throws IOException {
        this.classPath = classPath;
        this.folder = Files.createTempDirectory("racecourse-main");
    }

    /** Returns the command with the watched program in front, or the same one if it cannot be watched. */
    List<String> watching(List<String> command) {
        watches = false;
        int path = Math.max(
                command.indexOf("-cp"), Math.max(command.indexOf("-classpath"), command.indexOf("--class-path")));
        if (path < 0 || path + 1 >= command.size()) {
            return command;
        }
        for (int i = path + 2; i < command.size(); i++) {
            String main = command.get(i).replace('.', '/');
            byte @Nullable [] changed = changed(main);
            if (changed == null) {
                continue;
            }
            try {
                Path file = folder.resolve(main + ".class");
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, changed);
            } catch (IOException e) {
                return command;
            }
            List<String> other = new ArrayList<>(command);
            other.set(path + 1, folder + File.pathSeparator + command.get(path + 1));
            arguments = List.copyOf(command.subList(i + 1, command.size()));
            watches = command.subList(0, i).stream().noneMatch(part -> part.startsWith("-D"));
            return other;
        }
        return command;
    }

    private byte @Nullable [] changed(String main) {
        if (!main.startsWith("lab/")) {
            return null;
        }
        for (Path directory : classPath) {
            Path file = directory.resolve(main + ".class");
            if (!Files.isRegularFile(file)) {
                continue;
            }
            Submission submission = Submission.read(classPath, List.of(main.replace('/', '.')));
            List<MethodCode> from = new ArrayList<>(submission.named(main, "main"));
            from.addAll(submission.named(main, "<clinit>"));
            boolean innocent =
                    Reach.of(submission, from).foreign().stream().allMatch(call -> INNOCENT.contains(call.owner()));
            try {
                return innocent ? MainRewriter.watched(Files.readAllBytes(file), MAIN, folder + "/") : null;
            } catch (IOException e) {
                return null;
            }
        }
        return null;
    }

    /**
     * Returns an argument that holds a number and that the child, which has ended without a failure, never looked at.
     *
     * @param number the number
     * @return the argument, or {@code null} if it was looked at, if there is none, or if that cannot be told
     */
    public @Nullable String neverRead(int number) {
        @Nullable String found = null;
        for (int i = 0; watches && i < arguments.size(); i++) {
            if (!arguments.get(i).contains(Integer.toString(number))) {
                continue;
            }
            if (Files.exists(folder.resolve(Integer.toString(i)))) {
                return null;
            }
            found = arguments.get(i);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
