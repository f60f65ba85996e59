package racecourse.checks.engine.stress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Allowance;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;

/**
 * Runs a scenario in the official jcstress harness, a program of its own that starts many JVMs, and keeps its pages.
 * Whatever goes wrong there, or takes too long, is no word against the submission.
 */
public final class OfficialHarness implements Detection {
    private static final String MAIN = "org.openjdk.jcstress.Main";
    private static final String PAGES = "pages";
    private static final long PAGES_MILLIS = 15_000;

    private final Class<?> scenario;
    private final Message expected;
    private final Message hint;
    private final List<String> flags;

    /**
     * Prepares.
     *
     * @param scenario a class with {@code @JCStressTest}
     * @param expected what the contract demands
     * @param hint what to try when it is not so
     * @param flags more flags for the JVMs that it runs in
     */
    public OfficialHarness(Class<?> scenario, Message expected, Message hint, List<String> flags) {
        this.scenario = scenario;
        this.expected = expected;
        this.hint = hint;
        this.flags = List.copyOf(flags);
    }

    @Override
    public Outcome detect(Subject subject) throws IOException, InterruptedException {
        Allowance allowance = subject.allowance();
        if (allowance == null || allowance.millis() < HarnessEffort.LEAST_MILLIS) {
            throw new Powerless(Message.of("engine.harness.short", allowance == null ? 0 : allowance.millis()));
        }
        // the worker's own directory, which goes when the worker does
        Path work = Files.createTempDirectory("harness");
        boolean ended = run(work, harness(subject, allowance), allowance.millis());
        Optional<Path> file = resultFile(work);
        HarnessResults results = file.map(HarnessResults::read).orElse(HarnessResults.NONE);
        if (!ended && results.configurations() > 0 && file.isPresent()) {
            // it writes its pages last, and was ended before
            run(work, List.of(MAIN, "-p", file.get().toString(), "-r", PAGES), PAGES_MILLIS);
        }
        keepPages(work.resolve(PAGES), Path.of(allowance.reports()));
        return outcome(results, ended, allowance);
    }

    private Outcome outcome(HarnessResults results, boolean ended, Allowance allowance) {
        OutcomeTable table = results.table(scenario);
        String forbidden = Stress.forbidden(table);
        if (!forbidden.isEmpty()) {
            return new Outcome.Violated(
                    List.of(Evidence.of(expected, Message.of("engine.harness.saw", forbidden, table.samples()))
                            .counted(table)
                            .hinting(hint)));
        }
        if (!ended) {
            return new Outcome.Powerless(Message.of("engine.harness.late", allowance.millis()));
        }
        if (!results.errors().isEmpty()) {
            return new Outcome.Powerless(Message.of("engine.harness.errors", String.join(", ", results.errors())));
        }
        return table.samples() == 0 ? new Outcome.Powerless(Message.of("engine.harness.nothing")) : new Outcome.Clean();
    }

    private List<String> harness(Subject subject, Allowance allowance) {
        List<String> arguments = new ArrayList<>();
        arguments.add(MAIN);
        arguments.addAll(HarnessEffort.within(allowance.millis()).options());
        arguments.addAll(List.of("-t", "^" + Pattern.quote(scenario.getName()) + "$", "-r", PAGES));
        String classPath =
                subject.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        // a single one the harness would cut at its spaces
        List<String> all = new ArrayList<>(
                List.of("-D" + UnderStress.CLASS_PATH_PROPERTY + "=" + classPath, "-Dracecourse.official=true"));
        all.addAll(flags);
        all.forEach(flag -> arguments.addAll(List.of("-jvmArgsPrepend", flag)));
        return arguments;
    }

    /** Runs a program of the harness; returns whether it ended by itself. All that it has started is ended with it. */
    private static boolean run(Path work, List<String> arguments, long millis)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + work,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        Process harness = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return harness.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            List<ProcessHandle> started = harness.descendants().toList();
            harness.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Optional<Path> resultFile(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".bin.gz")).findFirst();
        }
    }

    /** Those of an earlier run go, whether there are new ones or not. */
    private static void keepPages(Path pages, Path to) throws IOException {
        for (Path old : pagesIn(to)) {
            Files.delete(old);
        }
        for (Path page : pagesIn(pages)) {
            Files.createDirectories(to);
            Files.copy(page, to.resolve(page.getFileName().toString()));
        }
    }

    private static List<Path> pagesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
