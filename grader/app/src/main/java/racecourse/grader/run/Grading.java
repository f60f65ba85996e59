package racecourse.grader.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import racecourse.checks.catalogue.Lab;
import racecourse.checks.catalogue.Labs;
import racecourse.checks.catalogue.ThoroughLab;
import racecourse.grader.compile.CompileProblem;
import racecourse.grader.compile.Compiler;
import racecourse.grader.compile.LabBuild;
import racecourse.grader.intake.Intake;
import racecourse.grader.intake.IntakeException;
import racecourse.grader.intake.Limits;
import racecourse.grader.intake.Submission;
import racecourse.runner.CheckResult;
import racecourse.runner.LabResult;
import racecourse.runner.NarrowedLab;
import racecourse.runner.Points;
import racecourse.runner.Races;
import racecourse.runner.SubmissionRun;
import racecourse.runner.Thoroughness;
import racecourse.runner.Verdict;
import racecourse.runner.WorkerPool;

/** Takes submissions through all steps, one after the other. Not thread-safe. */
public final class Grading implements AutoCloseable {
    private final Settings settings;
    private final Consumer<String> progress;
    private final Compiler compiler;
    private WorkerPool pool = new WorkerPool();

    /**
     * Prepares.
     *
     * @param settings how submissions are graded
     * @param progress told what is being done, on any thread
     * @throws IOException if no compiler can be started
     */
    public Grading(Settings settings, Consumer<String> progress) throws IOException {
        this.settings = settings;
        this.progress = progress;
        this.compiler = new Compiler();
        pool.prepare(settings.races());
    }

    /**
     * Grades a submission.
     *
     * @param name its name, unique
     * @param directory where it is
     * @param out where its result goes, and what the official harness writes, where that is asked
     * @return what came out
     * @throws IntakeException if it cannot be read or has no sources
     * @throws IOException if this machine's disk or processes fail
     * @throws InterruptedException if the caller is interrupted
     */
    public GradedSubmission grade(String name, Path directory, Path out)
            throws IntakeException, IOException, InterruptedException {
        return grade(name, directory, Set.of(), out);
    }

    /**
     * Grades a submission by some checks only, and by what those need.
     *
     * @param name its name, unique
     * @param directory where it is
     * @param checks ids of checks; none stands for all
     * @param out as above
     * @return what came out; the checks that were not asked for are not in it
     * @throws IntakeException if it cannot be read or has no sources
     * @throws IOException if this machine's disk or processes fail
     * @throws InterruptedException if the caller is interrupted
     */
    public GradedSubmission grade(String name, Path directory, Set<String> checks, Path out)
            throws IntakeException, IOException, InterruptedException {
        try (WorkDirectory work = new WorkDirectory()) {
            Map<String, Long> millis = new LinkedHashMap<>();
            long begin = System.nanoTime();
            Submission submission = new Intake(Limits.USUAL).read(name, directory, work.folder("sources"));
            begin = lap(millis, "intake", begin);
            progress.accept("compile");
            List<LabBuild> builds = compiler.compile(submission, settings.labs(), work.folder("classes"));
            begin = lap(millis, "compile", begin);
            List<GradedLab> labs = grade(submission, builds, checks, out);
            lap(millis, "run", begin);
            Points sum = labs.stream().map(GradedLab::points).reduce(Points.NONE, Points::plus);
            return new GradedSubmission(
                    name,
                    directory.toString(),
                    submission.root(),
                    submission.contentHash(),
                    labs,
                    settings.rubric().capped(sum),
                    submission.remarks(),
                    millis,
                    sources(submission));
        }
    }

    /** Ends all workers: what a submission has left behind in one is not for the next one to meet. */
    public void renewWorkers() {
        pool.close();
        pool = new WorkerPool();
        pool.prepare(settings.races());
    }

    private static Map<String, List<String>> sources(Submission submission) throws IOException {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        for (String file : submission.files()) {
            String text = new String(Files.readAllBytes(submission.sources().resolve(file)), StandardCharsets.UTF_8);
            sources.put(file, text.lines().toList());
        }
        return sources;
    }

    private static long lap(Map<String, Long> millis, String step, long begin) {
        long now = System.nanoTime();
        millis.put(step, TimeUnit.NANOSECONDS.toMillis(now - begin));
        return now;
    }

    private List<GradedLab> grade(Submission submission, List<LabBuild> builds, Set<String> checks, Path out)
            throws IOException, InterruptedException {
        Map<Lab, List<Path>> compiled = new LinkedHashMap<>();
        for (LabBuild build : builds) {
            if (build.isCompiled()) {
                Labs.find(build.lab())
                        .map(lab -> checks.isEmpty() ? lab : NarrowedLab.to(lab, checks))
                        .map(lab -> settings.races() == Races.THOROUGH ? ThoroughLab.of(lab) : lab)
                        .ifPresent(lab -> compiled.put(lab, List.of(Path.of(build.classes()))));
            }
        }
        SubmissionRun run = new SubmissionRun(pool, settings.seed(), settings.races(), progress);
        List<LabResult> all = settings.races() == Races.THOROUGH
                ? run.grade(compiled, new Thoroughness(settings.racesBudget(), out.resolve(Settings.OFFICIAL_PAGES)))
                : run.grade(compiled);
        Map<String, LabResult> results = all.stream().collect(Collectors.toMap(LabResult::lab, result -> result));
        Map<String, LabBuild> byLab = builds.stream().collect(Collectors.toMap(LabBuild::lab, build -> build));
        List<GradedLab> labs = new ArrayList<>();
        for (String name : settings.labs()) {
            LabResult result = results.get(name);
            String hash = submission.hashOf(name);
            if (result != null) {
                labs.add(new GradedLab(
                        GradedLab.Status.GRADED,
                        result,
                        List.of(),
                        settings.rubric().points(result),
                        hash));
            } else {
                LabBuild build = byLab.get(name);
                labs.add(notRun(name, build == null ? List.of() : build.problems(), hash));
            }
        }
        return labs;
    }

    private GradedLab notRun(String name, List<CompileProblem> problems, String hash) {
        GradedLab.Status status = problems.isEmpty() ? GradedLab.Status.NO_SOURCES : GradedLab.Status.NOT_COMPILED;
        String by = problems.isEmpty() ? "sources" : "compile";
        List<CheckResult> checks = Labs.find(name).map(Lab::checks).orElse(List.of()).stream()
                .map(check -> new CheckResult(check.id(), new Verdict.Blocked(by, true), List.of(), List.of()))
                .toList();
        LabResult result = new LabResult(name, checks, "", List.of());
        return new GradedLab(status, result, problems, settings.rubric().points(result), hash);
    }

    @Override
    public void close() {
        compiler.close();
        pool.close();
    }
}
