package racecourse.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.protocol.Allowance;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Request;

/**
 * Runs detectors of one group against one lab of one submission, in as many workers as it takes: one that ends, gets
 * stuck or is no longer clean is replaced, and the detectors that are left go on in the next.
 */
final class DetectorRun {
    /** Longer than any detector gives itself; what is silent for that long is stuck where no detector can see it. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    private static final String DISORDERED =
            "the worker's messages came out of order: the submission seems to write what only the grader writes";

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;
    private static final int ABORTED = 128 + 6;
    private static final int SEGMENTATION_FAULT = 128 + 11;
    private static final Pattern OWN_FRAME =
            Pattern.compile("(lab(?:\\.\\w+)*)\\.[\\w$]+\\.[\\w$<>]+\\((\\w+\\.java):(\\d+)\\)");

    private final WorkerPool pool;
    private final WorkerGroup group;
    private final String lab;
    private final List<Path> classPath;
    private final long seed;
    private final @Nullable Allowance allowance;
    private final Duration silence;
    private final Map<String, Detector> left = new LinkedHashMap<>();
    private final Findings findings;
    private final Set<String> retried = new HashSet<>();
    private @Nullable String running;
    private @Nullable String exiting;

    DetectorRun(
            WorkerPool pool,
            WorkerGroup group,
            String lab,
            List<Path> classPath,
            long seed,
            @Nullable Allowance allowance,
            List<Detector> detectors,
            Findings findings) {
        this.pool = pool;
        this.group = group;
        this.lab = lab;
        this.classPath = classPath;
        this.seed = seed;
        this.allowance = allowance;
        this.silence = allowance == null ? SILENCE : SILENCE.plusMillis(allowance.millis());
        this.findings = findings;
        detectors.forEach(detector -> left.put(detector.id(), detector));
    }

    void run() throws InterruptedException {
        int fruitless = 0;
        while (!left.isEmpty() && fruitless < 2) {
            int before = left.size();
            try {
                runInOneWorker();
            } catch (IOException e) {
                findings.problem("no worker could be started: " + e);
            }
            fruitless = left.size() < before ? 0 : fruitless + 1;
        }
        left.values()
                .forEach(detector -> findings.add(new DetectorReport(
                        detector.id(), detector.engine(), new Outcome.Broken("its worker never came to it"), 0)));
    }

    private void runInOneWorker() throws IOException, InterruptedException {
        WorkerProcess worker = pool.take(group);
        boolean reusable = false;
        try {
            worker.send(new Request(
                    lab,
                    classPath.stream().map(Path::toString).toList(),
                    List.copyOf(left.keySet()),
                    seed,
                    allowance,
                    false));
            reusable = follow(worker);
        } finally {
            if (reusable) {
                pool.giveBack(worker);
            } else {
                worker.close();
            }
        }
    }

    /** Follows one request to its end; returns whether the worker can be used again. */
    private boolean follow(WorkerProcess worker) throws InterruptedException {
        running = null;
        exiting = null;
        while (true) {
            Optional<WorkerProcess.Said> said = worker.next(silence);
            if (said.isEmpty()) {
                finish(new Outcome.Powerless(Message.of("runner.silent", silence.toSeconds())), silence.toMillis());
                return false;
            }
            if (said.get() instanceof WorkerProcess.Said.Disordered) {
                findings.problem(DISORDERED);
                finish(new Outcome.Broken(DISORDERED), 0);
                return false;
            }
            if (!(said.get() instanceof WorkerProcess.Said.Told told)) {
                int code = worker.exitCode();
                if (mayComeFromOutside(code) && running != null && retried.add(running)) {
                    // once may be this machine's doing; the next worker begins with it again
                    running = null;
                    return false;
                }
                finish(ended(code), 0);
                return false;
            }
            Frame frame = told.frame();
            if (frame instanceof Frame.Done done) {
                return done.reusable();
            }
            take(frame);
        }
    }

    private void take(Frame frame) {
        if (frame instanceof Frame.Ready ready) {
            findings.ready(ready);
        } else if (frame instanceof Frame.Started started) {
            running = started.detector();
        } else if (frame instanceof Frame.Finished finished
                && finished.detector().equals(running)) {
            finish(finished.outcome(), finished.millis());
        } else if (frame instanceof Frame.Advised advised) {
            findings.advice(advised.detector(), advised.evidence());
        } else if (frame instanceof Frame.Printed printed) {
            findings.printed(printed.text());
        } else if (frame instanceof Frame.Exiting exit) {
            exiting = exit.stacks();
        }
    }

    private void finish(Outcome outcome, long millis) {
        Detector detector = running == null ? null : left.remove(running);
        running = null;
        if (detector != null) {
            findings.add(new DetectorReport(detector.id(), detector.engine(), outcome, millis));
        }
    }

    /** The worker's JVM has ended in the middle of a detector: by the submission's doing, unless something killed it. */
    private Outcome ended(int code) {
        String stacks = exiting;
        if (mayComeFromOutside(code) && !canHalt()) {
            return new Outcome.Broken("the worker was killed or crashed, exit code " + code);
        }
        Evidence evidence = Evidence.of(
                        Message.of("engine.exit.expected"),
                        Message.of(stacks == null ? "engine.exit.ended" : "engine.exit.exited", code))
                .hinting(Message.of("engine.exit.try"));
        return new Outcome.Violated(
                List.of(stacks == null ? evidence : evidence.at(places(stacks)).dumped(stacks)));
    }

    /** Whether a signal ends a JVM like that; {@code Runtime.halt} can look the same. */
    private boolean mayComeFromOutside(int code) {
        return exiting == null
                && (code == KILLED || code == TERMINATED || code == ABORTED || code == SEGMENTATION_FAULT || code < 0);
    }

    /** Whether the submission names a call that ends a JVM without a word. */
    private boolean canHalt() {
        for (Path directory : classPath) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String code = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (code.contains("java/lang/Runtime") && code.contains("halt")) {
                        return true;
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                return false;
            }
        }
        return false;
    }

    private static List<Place> places(String stacks) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = OWN_FRAME.matcher(stacks);
        if (matcher.find()) {
            String file = matcher.group(1).replace('.', '/') + "/" + matcher.group(2);
            places.add(new Place(file, Integer.parseInt(matcher.group(3)), null));
        }
        return places;
    }
}
