package racecourse.grader.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Grading;
import racecourse.grader.run.Settings;
import racecourse.runner.CheckResult;
import racecourse.runner.Races;
import racecourse.runner.Rubric;
import racecourse.runner.Verdict;

/**
 * Grades variants of one lab, in workers that stay warm as long as they stay clean. What mostly waits is graded several
 * at a time; what wants the processors to itself is not.
 */
final class Exam implements AutoCloseable {
    private static final long SEED = 20_240_901;
    private static final int AT_ONCE = 3;

    /** Gradings that nobody uses right now. */
    private final Queue<Grading> idle = new ConcurrentLinkedQueue<>();

    private final Queue<Grading> idleWithoutRaces = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final String lab;

    Exam(String lab) {
        this.lab = lab;
    }

    /** Begins to grade what needs no race engine, a few at a time. */
    <T> Future<T> beside(Callable<T> grade) {
        return threads.submit(grade);
    }

    /** Grades a variant: a correct one by all checks, a broken one by those that it must fail. */
    GradedSubmission grade(Variant variant) throws IOException, IntakeException, InterruptedException {
        Path directory = Files.createTempDirectory("racecourse-exam");
        try {
            variant.writeTo(directory);
            Set<String> checks = variant.broken() ? Set.copyOf(variant.fails()) : Set.of();
            return grade(variant.name(), directory, variant.races(), checks);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Grades a submission by some checks, or by all if none is named. */
    GradedSubmission grade(String name, Path directory, Races races, Set<String> checks)
            throws IOException, IntakeException, InterruptedException {
        Queue<Grading> gradings = races == Races.NONE ? idleWithoutRaces : idle;
        Grading grading = gradings.poll();
        if (grading == null) {
            grading = new Grading(
                    new Settings(List.of(lab), Rubric.bundled(), SEED, races, Settings.RACES_BUDGET), step -> {});
        }
        try {
            return grading.grade(name, directory, checks, directory);
        } finally {
            gradings.add(grading);
        }
    }

    /** Returns what is wrong with how a variant was graded; nothing, if it is as it must be. */
    static List<String> complaints(Variant variant, GradedSubmission graded) {
        List<String> complaints = new ArrayList<>();
        for (CheckResult check : checks(graded)) {
            boolean passed = check.verdict() instanceof Verdict.Passed
                    || (variant.races() == Races.NONE
                            && check.verdict() instanceof Verdict.Inconclusive undecided
                            && undecided.isForWantOfRaces());
            if (!variant.broken() && !passed && !variant.fails().contains(check.id())) {
                complaints.add("a correct one did not pass " + check.id() + ": " + check.verdict());
            }
            if (variant.broken()
                    && variant.fails().contains(check.id())
                    && !(check.verdict() instanceof Verdict.Failed)) {
                complaints.add("did not fail " + check.id() + ", but: " + check.verdict());
            }
        }
        if (variant.broken() && variant.fails().isEmpty()) {
            complaints.add("variant.yaml names no check that it must fail");
        }
        List<String> known = checks(graded).stream().map(CheckResult::id).toList();
        variant.fails().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> complaints.add("there is no check " + id));
        return complaints;
    }

    /** Returns the checks that a submission failed. */
    static List<String> failed(GradedSubmission graded) {
        return checks(graded).stream()
                .filter(check -> check.verdict() instanceof Verdict.Failed)
                .map(CheckResult::id)
                .toList();
    }

    private static List<CheckResult> checks(GradedSubmission graded) {
        return graded.labs().stream()
                .flatMap(own -> own.result().checks().stream())
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        idle.forEach(Grading::close);
        idleWithoutRaces.forEach(Grading::close);
    }
}
