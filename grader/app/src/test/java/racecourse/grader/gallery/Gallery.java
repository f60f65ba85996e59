package racecourse.grader.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.report.HtmlReport;
import racecourse.grader.report.JsonReport;
import racecourse.grader.report.ReplayLine;
import racecourse.grader.report.RunFacts;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Grading;
import racecourse.grader.run.Settings;
import racecourse.runner.Races;
import racecourse.runner.Rubric;

/** A submission with one mistake of each kind, graded once for all tests that look at it. */
final class Gallery {
    static final Path FOLDER = Path.of("target/gallery");
    static final Path PAGE = FOLDER.resolve("report.html");

    private static final long SEED = 11;

    private static final List<Exhibit> EXHIBITS = List.of(
            Exhibit.special("counter", "yields", "counter.no-lost-update"),
            Exhibit.broken("tickets", "thread-lock-order", "tickets.thread-no-oversell"),
            Exhibit.broken("queue", "signal-one-of-all", "queue.no-lost-wakeup"),
            Exhibit.broken("kitchen", "ready-made-queue-inside", "kitchen.queue-own-mechanism"),
            Exhibit.broken("ipc", "trimmed", "ipc.any-message"),
            Exhibit.broken("guardian", "does-nothing", "guardian.exit"),
            Exhibit.broken("sharing", "handoff-plain", "sharing.handoff-visible", "sharing.handoff-data"),
            Exhibit.special("echo", "not-compiled", "echo.echoes"),
            Exhibit.special("inspect", "undecided", "inspect.idle"));

    private Gallery() {}

    /** Returns the graded submission; its page lies in {@link #PAGE} then. */
    static GradedSubmission graded() {
        return Once.GRADED;
    }

    private static final class Once {
        static final GradedSubmission GRADED = grade();
    }

    private static GradedSubmission grade() {
        List<String> labs = EXHIBITS.stream().map(Exhibit::lab).toList();
        Set<String> checks =
                EXHIBITS.stream().flatMap(exhibit -> exhibit.checks().stream()).collect(Collectors.toSet());
        Settings settings = new Settings(labs, Rubric.bundled(), SEED, Races.QUICK, Settings.RACES_BUDGET);
        try {
            Path submission = Files.createTempDirectory("gallery");
            try (Grading grading = new Grading(settings, step -> {})) {
                for (Exhibit exhibit : EXHIBITS) {
                    exhibit.writeTo(submission);
                }
                GradedSubmission graded = grading.grade("gallery", submission, checks, FOLDER);
                Files.createDirectories(FOLDER);
                RunFacts facts = RunFacts.here(SEED, "quick");
                new HtmlReport(settings.rubric(), facts, ReplayLine.of(FOLDER)).write(graded, PAGE);
                new JsonReport(settings.rubric(), facts).write(graded, FOLDER.resolve("result.json"));
                return graded;
            } finally {
                delete(submission);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IntakeException e) {
            throw new IllegalStateException("the gallery's submission is the kit's own", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while grading", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
