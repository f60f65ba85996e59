package racecourse.checks.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Detector;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.catalogue.ThoroughLab;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Advice;
import racecourse.checks.engine.Leftovers;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Printed;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Allowance;
import racecourse.checks.protocol.Frame;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Request;

/** One request being worked off. */
final class Session {
    private final Request request;
    private final Consumer<Frame> frames;
    private final Leftovers leftovers = new Leftovers();

    Session(Request request, Consumer<Frame> frames) {
        this.request = request;
        this.frames = frames;
    }

    void run() {
        Printed.clear();
        Map<String, Detector> detectors = detectors();
        List<Path> classPath = request.classPath().stream().map(Path::of).toList();
        boolean quiet = true;
        for (String id : request.detectors()) {
            Detector detector = detectors.get(id);
            if (detector == null) {
                frames.accept(new Frame.Started(id));
                frames.accept(new Frame.Finished(id, new Outcome.Broken("no such detector: " + id), 0));
                continue;
            }
            // loaded anew for each: what one detector did to static state is not the next one's affair
            quiet = run(detector, subject(detector, classPath));
            if (!quiet) {
                break;
            }
        }
        if (!Printed.text().isEmpty()) {
            frames.accept(new Frame.Printed(Printed.text()));
        }
        frames.accept(new Frame.Done(quiet && leftovers.areNone()));
    }

    private Subject subject(Detector detector, List<Path> classPath) {
        Allowance allowance = request.allowance();
        if (request.inProcess()) {
            return Subject.inProcess(classPath, request.seed());
        }
        Subject subject = new Subject(classPath, request.seed());
        return allowance == null
                ? subject
                : subject.allowing(new Allowance(
                        allowance.millis(),
                        Path.of(allowance.reports(), Allowance.folder(detector.id()))
                                .toString()));
    }

    private Map<String, Detector> detectors() {
        Map<String, Detector> detectors = new HashMap<>();
        for (Check check : Labs.find(request.lab())
                .map(lab -> ThoroughLab.of(lab).checks())
                .orElse(List.of())) {
            check.detectors().forEach(detector -> detectors.put(detector.id(), detector));
        }
        return detectors;
    }

    /** Runs one detector on a thread of its own; returns whether others can run after it. */
    private boolean run(Detector detector, Subject subject) {
        frames.accept(new Frame.Started(detector.id()));
        long begin = System.nanoTime();
        Outcome outcome;
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor actor = scene.start(detector.id(), () -> detector.detection().detect(subject));
            outcome = outcome(actor, detector, limit(detector, subject));
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        Advice.taken().forEach(evidence -> frames.accept(new Frame.Advised(detector.id(), evidence)));
        frames.accept(new Frame.Finished(detector.id(), outcome, millis));
        return leftovers.areQuiet();
    }

    private static Outcome outcome(Actor actor, Detector detector, Duration limit) {
        if (!actor.awaitEnd(limit)) {
            return new Outcome.Powerless(Message.of("engine.time-ran-out", detector.id()));
        }
        Throwable thrown = actor.thrown();
        if (thrown == null) {
            return actor.result() instanceof Outcome outcome
                    ? outcome
                    : new Outcome.Broken(detector.id() + " has no outcome");
        }
        return outcome(thrown);
    }

    private static Duration limit(Detector detector, Subject subject) {
        Allowance allowance = subject.allowance();
        return switch (detector.engine()) {
            case PROPERTY, RENDEZVOUS, RULE -> Duration.ofSeconds(10);
            case PROCESSES, EXPLORER, STRESS -> Duration.ofSeconds(20);
            // it keeps its time itself
            case HARNESS ->
                Duration.ofMillis(allowance == null ? 0 : allowance.millis()).plusSeconds(20);
        };
    }

    private static Outcome outcome(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Violation violation) {
                return new Outcome.Violated(List.of(violation.evidence()));
            }
            if (cause instanceof Powerless powerless) {
                return new Outcome.Powerless(powerless.reason());
            }
        }
        if (Threads.isOfTheSubmission(thrown)) {
            return new Outcome.Violated(List.of(
                    Scene.threw(Message.of("engine.call.returns"), thrown).evidence()));
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return new Outcome.Broken(text.toString());
    }
}
