package racecourse.grader.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.run.GradedSubmission;
import racecourse.grader.run.Grading;
import racecourse.grader.run.Settings;
import racecourse.runner.CheckResult;
import racecourse.runner.Races;
import racecourse.runner.Rubric;
import racecourse.runner.Verdict;

/** Grades variants of one lab, in workers that stay warm as long as they stay clean. */
final class Exam implements AutoCloseable {
    private static final long SEED = 20_240_901;

    private final Map<Races, Grading> gradings = new EnumMap<>(Races.class);
    private final String lab;

    Exam(String lab) {
        this.lab = lab;
    }

    /** Grades a variant: a correct one by all checks, a broken one by those that it must fail. */
    GradedSubmission grade(Variant variant) throws IOException, IntakeException, InterruptedException {
        Path directory = Files.createTempDirectory("racecourse-exam");
        variant.writeTo(directory);
        return grade(variant.name(), directory, variant.races(), Set.copyOf(variant.fails()));
    }

    /** Grades a submission by some checks, or by all if none is named. */
    GradedSubmission grade(String name, Path directory, Races races, Set<String> checks)
            throws IOException, IntakeException, InterruptedException {
        Grading grading = gradings.get(races);
        if (grading == null) {
            grading = new Grading(new Settings(List.of(lab), Rubric.bundled(), SEED, races), step -> {});
            gradings.put(races, grading);
        }
        return grading.grade(name, directory, checks);
    }

    /** Returns what is wrong with how a variant was graded; nothing, if it is as it must be. */
    static List<String> complaints(Variant variant, GradedSubmission graded) {
        List<String> complaints = new ArrayList<>();
        for (CheckResult check : checks(graded)) {
            boolean passed = check.verdict() instanceof Verdict.Passed;
            if (!variant.broken() && !passed) {
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
        gradings.values().forEach(Grading::close);
    }
}
