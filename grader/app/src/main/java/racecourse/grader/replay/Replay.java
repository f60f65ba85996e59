package racecourse.grader.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import racecourse.checks.catalogue.Check;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.catalogue.ThoroughLab;
import racecourse.checks.protocol.Engine;
import racecourse.grader.compile.Compiler;
import racecourse.grader.compile.LabBuild;
import racecourse.grader.intake.Intake;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.intake.Limits;
import racecourse.grader.intake.Submission;
import racecourse.grader.run.Settings;
import racecourse.grader.run.WorkDirectory;
import racecourse.runner.DetectorReport;
import racecourse.runner.LabResult;
import racecourse.runner.NarrowedLab;
import racecourse.runner.Races;
import racecourse.runner.SubmissionRun;
import racecourse.runner.Thoroughness;
import racecourse.runner.WorkerPool;

/** Repeats one check of a result: on the same sources, with the same seed, by the detectors that saw something. */
public final class Replay {
    private final StoredResult stored;
    private final Consumer<String> progress;

    /**
     * Prepares.
     *
     * @param stored the result
     * @param progress told what is being done, on any thread
     */
    public Replay(StoredResult stored, Consumer<String> progress) {
        this.stored = stored;
        this.progress = progress;
    }

    /**
     * Repeats a check, each time in new workers: what one run leaves in a JVM, such as compiled code, is not the next
     * one's.
     *
     * @param asked what
     * @param directory where the submission is now
     * @param times how often
     * @return what was seen
     * @throws ReplayProblem if the sources are not those of then, or cannot be compiled now
     * @throws IntakeException if they cannot be read
     * @throws IOException if this machine's disk or processes fail
     * @throws InterruptedException if the caller is interrupted
     */
    public Replayed run(Asked asked, Path directory, int times)
            throws ReplayProblem, IntakeException, IOException, InterruptedException {
        Lab lab = narrowed(asked);
        try (WorkDirectory work = new WorkDirectory();
                Compiler compiler = new Compiler()) {
            Submission submission = new Intake(Limits.USUAL).read(asked.lab(), directory, work.folder("sources"));
            if (!submission.hashOf(asked.lab()).equals(asked.sourceHash())) {
                throw new ReplayProblem("the sources of " + asked.lab() + " in " + directory
                        + " have changed since, or are not those of " + stored.file()
                        + "\n  next: grade it again, or say where they are with --from");
            }
            progress.accept("compile");
            Path classes = compiled(compiler.compile(submission, List.of(asked.lab()), work.folder("classes")));
            Path pages = work.folder("pages");
            List<List<Comparison>> trials = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                trials.add(trial(asked, Map.of(lab, List.of(classes)), pages));
            }
            return new Replayed(asked, trials);
        }
    }

    private Lab narrowed(Asked asked) throws ReplayProblem {
        Set<String> wanted = asked.then().stream().map(Finding::detector).collect(Collectors.toSet());
        Lab lab = Labs.find(asked.lab())
                .map(ThoroughLab::of)
                .map(whole -> NarrowedLab.toDetectors(whole, asked.check(), wanted))
                .orElseThrow(this::isOfAnotherKit);
        long found = lab.checks().stream()
                .map(Check::detectors)
                .mapToLong(List::size)
                .sum();
        if (found != wanted.size()) {
            throw isOfAnotherKit();
        }
        return lab;
    }

    private ReplayProblem isOfAnotherKit() {
        return new ReplayProblem("this kit no longer looks that way: " + stored.file() + " is of version "
                + stored.run().get("kit") + "\n  next: grade the submission again");
    }

    private static Path compiled(List<LabBuild> builds) throws ReplayProblem {
        for (LabBuild build : builds) {
            if (build.isCompiled()) {
                return Path.of(build.classes());
            }
            throw new ReplayProblem("the sources do not compile now: "
                    + build.problems().get(0).text() + "\n  next: use the JDK that they were graded with");
        }
        throw new ReplayProblem("there are no sources of the lab\n  next: grade the submission again");
    }

    private List<Comparison> trial(Asked asked, Map<Lab, List<Path>> lab, Path pages) throws InterruptedException {
        boolean official = asked.then().stream().anyMatch(finding -> finding.engine() == Engine.HARNESS);
        try (WorkerPool pool = new WorkerPool()) {
            SubmissionRun run =
                    new SubmissionRun(pool, stored.seed(), official ? Races.THOROUGH : Races.QUICK, progress);
            List<LabResult> results =
                    official ? run.grade(lab, new Thoroughness(Settings.RACES_BUDGET, pages)) : run.grade(lab);
            Map<String, DetectorReport> reports = results.stream()
                    .flatMap(result -> result.checks().stream())
                    .flatMap(check -> check.reports().stream())
                    .collect(Collectors.toMap(DetectorReport::id, report -> report));
            List<Comparison> comparisons = new ArrayList<>();
            for (Finding then : asked.then()) {
                DetectorReport report = reports.get(then.detector());
                if (report == null) {
                    throw new IllegalStateException(then.detector() + " did not come back");
                }
                comparisons.add(Comparison.of(then, report));
            }
            return comparisons;
        }
    }
}
