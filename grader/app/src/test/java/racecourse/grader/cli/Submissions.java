package racecourse.grader.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Submissions of the counter lab in a directory of their own below the checkout, and a place for what comes out. */
final class Submissions implements AutoCloseable {
    private final Path directory;

    Submissions() throws IOException {
        directory = Files.createTempDirectory(CommandLineRun.checkout(), "test");
    }

    Path out() {
        return directory.resolve("out");
    }

    /** Writes a submission that has one file in lab.counter. */
    Path write(String name, String fileName, String source) throws IOException {
        return writeTo(directory.resolve(name), fileName, source);
    }

    static Path writeTo(Path submission, String fileName, String source) throws IOException {
        Path file = submission.resolve("lab/counter").resolve(fileName);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return submission;
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    /** Returns a right solution, with parts of it replaced. */
    static String counter(String... replacements) {
        String source = """
                package lab.counter;

                import racecourse.contract.Pause;
                import racecourse.contract.counter.Counter;

                public class MutexCounter implements Counter {
                    private final Object lock = new Object();
                    private final Pause pause;
                    private int number;

                    public MutexCounter(int initial, Pause pause) {
                        if (pause == null) {
                            throw new NullPointerException("pause");
                        }
                        this.number = initial;
                        this.pause = pause;
                    }

                    @Override
                    public void decrement() {
                        synchronized (lock) {
                            int before = number;
                            pause.pause();
                            number = before - 1;
                        }
                    }

                    @Override
                    public int value() {
                        synchronized (lock) {
                            return number;
                        }
                    }
                }
                """;
        for (int i = 0; i < replacements.length; i += 2) {
            if (!source.contains(replacements[i])) {
                throw new IllegalArgumentException("not in the source: " + replacements[i]);
            }
            source = source.replace(replacements[i], replacements[i + 1]);
        }
        return source;
    }

    /** Grades quickly: the counter lab alone, without a search for races. */
    CommandLineRun grade(Path... submissions) {
        return grade(List.of(), submissions);
    }

    CommandLineRun grade(List<String> more, Path... submissions) {
        List<String> arguments = new ArrayList<>(List.of("grade", "--lab", "counter", "--out", out().toString()));
        if (!more.contains("--races")) {
            arguments.addAll(List.of("--races", "none"));
        }
        arguments.addAll(more);
        for (Path submission : submissions) {
            arguments.add(submission.toString());
        }
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    /** Reads a result that has been written. */
    static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
