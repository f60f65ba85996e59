package racecourse.grader.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.grader.compile.CompileProblem;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.Again;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.LabResult;
import racecourse.runner.Points;
import racecourse.runner.Rubric;
import racecourse.runner.Verdict;

/** Submissions made by hand, of every kind that a report can meet. */
public final class Samples {
    /** The points. */
    public static final Rubric RUBRIC = Rubric.bundled();

    /** Where it was graded. */
    public static final RunFacts FACTS = RunFacts.here(1, "quick");

    /** What repeats a check. */
    public static final Again AGAIN = ReplayLine.of(Path.of("out"));

    /** What a student's exception message may hold: markup, an end of CDATA, characters that XML has no way to write. */
    static final String HOSTILE = "<script>alert(1)</script> ]]> & \" ' \u0000 \u0007 \u001b[31m \uFFFF \uD800 {0}";

    private static final List<String> CHECKS = List.of(
            "counter.counts-down",
            "counter.pauses-once",
            "counter.no-lost-update",
            "counter.value-was-held",
            "counter.visible",
            "counter.exception-safe",
            "counter.uninterruptible");

    private Samples() {}

    /** A lab that has a check of every verdict, evidence of every kind, and a report of every outcome. */
    static GradedSubmission ofEveryVerdict(String text) {
        Evidence full = fullEvidence(text);
        List<Verdict> verdicts = List.of(
                new Verdict.Passed(),
                new Verdict.Failed(List.of(full, plain(text))),
                new Verdict.Blocked(CHECKS.get(0), true),
                new Verdict.Blocked(CHECKS.get(0), false),
                new Verdict.Inconclusive(Message.of("runner.did-not-run", text)),
                new Verdict.GraderError(text),
                new Verdict.NotApplicable(Message.of("engine.stress.one-processor")));
        List<Outcome> outcomes = List.of(
                new Outcome.Clean(),
                new Outcome.Violated(List.of(full)),
                new Outcome.Powerless(Message.of("runner.silent", 1)),
                new Outcome.Broken(text),
                new Outcome.NotApplicable(Message.of("engine.stress.one-processor")));
        List<CheckResult> checks = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            List<DetectorReport> reports = new ArrayList<>();
            // the official harness has a sample of its own
            List<Engine> engines = new ArrayList<>(EnumSet.complementOf(EnumSet.of(Engine.HARNESS)));
            for (int j = 0; j < engines.size(); j++) {
                Outcome outcome = outcomes.get((i + j) % outcomes.size());
                reports.add(new DetectorReport(CHECKS.get(i) + "/d" + j, engines.get(j), outcome, 7));
            }
            checks.add(new CheckResult(CHECKS.get(i), verdicts.get(i), reports, List.of(plain(text))));
        }
        LabResult result = new LabResult("counter", checks, text, List.of(text));
        return submission("alice", graded(GradedLab.Status.GRADED, result, List.of()));
    }

    /**
     * A lab in which a rule was broken in line 3, twice by the reports of two checks, a run went wrong in another file, a
     * rule has advice for line 2, and one could not follow line 4.
     *
     * @param root where {@code lab} was
     * @param moved how many empty lines the file begins with
     */
    static GradedSubmission ofRules(String root, int moved) {
        Evidence leak = said("locks.leak-throws", "locks.released-on-every-path", 3 + moved)
                .at(List.of(
                        place("lab/counter/MutexCounter.java", 3 + moved, Message.of("locks.here.paused")),
                        place("lab/counter/My Lock.java", 1, null),
                        place("java/util/ArrayList.java", 7, null)));
        Evidence run = plain("{0} [here](http://x)").at(List.of(place("lab/counter/My Lock.java", 2, null)));
        Evidence elsewhere = plain("nowhere").at(List.of(place("java/util/ArrayList.java", 7, null)));
        Evidence advice = said("locks.lock-open", "locks.lock-of-its-own", 2 + moved);
        Evidence gap = said("locks.unfollowed", "locks.followed", 4 + moved);
        DetectorReport silent = new DetectorReport(
                CHECKS.get(3) + "/d", Engine.RULE, new Outcome.Powerless(gap.observed(), List.of(gap)), 7 + moved);
        List<CheckResult> checks = List.of(
                new CheckResult(CHECKS.get(0), new Verdict.Failed(List.of(elsewhere)), List.of(), List.of()),
                new CheckResult(CHECKS.get(1), new Verdict.Failed(List.of(leak)), List.of(), List.of(advice)),
                new CheckResult(CHECKS.get(2), new Verdict.Failed(List.of(run, leak)), List.of(), List.of()),
                new CheckResult(CHECKS.get(3), new Verdict.Passed(), List.of(silent), List.of(advice)));
        List<String> lines = new ArrayList<>(Collections.nCopies(moved, ""));
        lines.addAll(List.of("class MutexCounter {", "  Lock lock;", "  void decrement() {", "  }"));
        GradedSubmission all = submission(
                "dave", graded(GradedLab.Status.GRADED, new LabResult("counter", checks, "", List.of()), List.of()));
        return new GradedSubmission(
                all.name(),
                all.directory(),
                root,
                all.contentHash(),
                all.labs(),
                all.points(),
                all.remarks(),
                Map.of("run", 12L + moved),
                Map.of("lab/counter/MutexCounter.java", lines, "lab/counter/My Lock.java", List.of("", "")));
    }

    private static Evidence said(String stem, String rule, int line) {
        return Evidence.of(Message.of(stem + ".expected"), Message.of(stem + ".observed", "decrement()", line, "lock"))
                .at(List.of(place("lab/counter/MutexCounter.java", line, null)))
                .because(Message.of(stem + ".why"))
                .hinting(Message.of(stem + ".try"))
                .ruledBy(rule);
    }

    private static Place place(String file, int line, @Nullable Message remark) {
        return new Place(file, line, remark);
    }

    /** A lab with one check that passed, of which the official harness says this. */
    static GradedSubmission ofOfficial(Outcome outcome) {
        DetectorReport report =
                new DetectorReport("counter.no-lost-update/decrement-decrement/official", Engine.HARNESS, outcome, 7);
        CheckResult check = new CheckResult("counter.no-lost-update", new Verdict.Passed(), List.of(report), List.of());
        return submission(
                "eve",
                graded(GradedLab.Status.GRADED, new LabResult("counter", List.of(check), "", List.of()), List.of()));
    }

    /** All twelve labs, in which every check fails, every other one with evidence of every kind. */
    public static GradedSubmission ofTwelveLabs() {
        List<GradedLab> labs = new ArrayList<>();
        RUBRIC.labs().forEach((lab, worths) -> {
            List<CheckResult> checks = new ArrayList<>();
            for (String id : worths.keySet()) {
                Evidence evidence = checks.size() % 2 == 0 ? fullEvidence("boom") : plain("boom");
                Outcome outcome = new Outcome.Violated(List.of(evidence));
                checks.add(new CheckResult(
                        id,
                        new Verdict.Failed(List.of(evidence)),
                        List.of(new DetectorReport(id + "/d", Engine.EXPLORER, outcome, 7)),
                        List.of()));
            }
            labs.add(graded(GradedLab.Status.GRADED, new LabResult(lab, checks, "", List.of()), List.of()));
        });
        return submission("erin", labs.toArray(GradedLab[]::new));
    }

    static GradedSubmission notCompiled(String text) {
        return submission(
                "bob",
                graded(
                        GradedLab.Status.NOT_COMPILED,
                        blocked("counter", "compile"),
                        List.of(
                                new CompileProblem("lab/counter/MutexCounter.java", 7, "';' expected\n  " + text),
                                new CompileProblem("", 0, "javac gave up"))),
                graded(GradedLab.Status.NO_SOURCES, blocked("tickets", "sources"), List.of()));
    }

    static GradedSubmission noSources() {
        return submission("carol", graded(GradedLab.Status.NO_SOURCES, blocked("counter", "sources"), List.of()));
    }

    static GradedSubmission named(String name) {
        return submission(name, graded(GradedLab.Status.NO_SOURCES, blocked("counter", "sources"), List.of()));
    }

    private static GradedSubmission submission(String name, GradedLab... labs) {
        Points sum = List.of(labs).stream().map(GradedLab::points).reduce(Points.NONE, Points::plus);
        return new GradedSubmission(
                name,
                "/in/" + name,
                "src/main/java",
                "c0ffee",
                List.of(labs),
                sum,
                List.of("a remark"),
                Map.of("run", 12L),
                Map.of("lab/counter/MutexCounter.java", Collections.nCopies(20, "a line")));
    }

    private static GradedLab graded(GradedLab.Status status, LabResult result, List<CompileProblem> problems) {
        return new GradedLab(status, result, problems, RUBRIC.points(result), "5eed");
    }

    private static LabResult blocked(String lab, String by) {
        List<CheckResult> checks = RUBRIC.labs().getOrDefault(lab, Map.of()).keySet().stream()
                .map(id -> new CheckResult(id, new Verdict.Blocked(by, true), List.of(), List.of()))
                .toList();
        return new LabResult(lab, checks, "", List.of());
    }

    private static Evidence plain(String text) {
        return Evidence.of(Message.of("counter.calls-return"), Message.of("engine.threw", text));
    }

    private static Evidence fullEvidence(String text) {
        Place place = new Place("lab/counter/MutexCounter.java", 17, Message.of("engine.is-here", text));
        Place nowhere = new Place("lab/counter/MutexCounter.java", 0, null);
        return plain(text)
                .at(List.of(place, nowhere))
                .along(new Timeline(List.of("thread A", text), everyStep(place, text), text))
                .counted(new OutcomeTable(
                        "decrement-decrement",
                        List.of(
                                new OutcomeTable.Row("98", false, 395_180, "both count"),
                                new OutcomeTable.Row("99", true, 1_820, text)),
                        "-XX:+UseSerialGC"))
                .dumped("thread A\n    at lab.counter.MutexCounter.decrement(MutexCounter.java:17)\n" + text)
                .because(Message.of("engine.exclusion.why"))
                .hinting(Message.of("engine.exclusion.try"));
    }

    private static List<Step> everyStep(Place place, String text) {
        List<Step> steps = new ArrayList<>();
        for (Step.Action action : Step.Action.values()) {
            int lane = steps.size() / 2 % 2;
            steps.add(new Step(lane, action, "count", text, place, Message.of("engine.is-here", text)));
            steps.add(new Step(lane, action, "", "", null, null));
        }
        return steps;
    }
}
