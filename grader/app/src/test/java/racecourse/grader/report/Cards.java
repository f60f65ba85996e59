package racecourse.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.OutcomeTable;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;
import racecourse.grader.run.GradedLab;
import racecourse.grader.run.GradedSubmission;
import racecourse.runner.CheckResult;
import racecourse.runner.DetectorReport;
import racecourse.runner.LabResult;
import racecourse.runner.Verdict;

/** One submission for each kind of card, the same every time. */
final class Cards {
    private static final String COUNTER = "lab/counter/MutexCounter.java";
    private static final String QUEUE = "lab/queue/BoundedMessageQueue.java";
    private static final String NO_LOST_UPDATE = "counter.no-lost-update";

    private Cards() {}

    static Map<String, GradedSubmission> all() {
        Map<String, GradedSubmission> all = new LinkedHashMap<>();
        all.put("race", failed("counter", NO_LOST_UPDATE, Engine.EXPLORER, interleaving(), counted()));
        all.put("deadlock", failed("counter", "counter.always-ends", Engine.EXPLORER, stuck(), deadlock()));
        all.put("lost-wake-up", failed("queue", "queue.no-lost-wakeup", Engine.RENDEZVOUS, asleep()));
        all.put("rule", failed("counter", "counter.mutex", Engine.RULE, rule()));
        all.put("fact", failed("counter", "counter.counts-down", Engine.PROPERTY, counterexample()));
        all.put(
                "undecided",
                of(
                        "counter",
                        new CheckResult(
                                NO_LOST_UPDATE,
                                new Verdict.Inconclusive(Message.of("engine.control.spared")),
                                List.of(),
                                List.of())));
        all.put("not-compiled", Samples.notCompiled("int x"));
        return all;
    }

    private static GradedSubmission failed(String lab, String check, Engine engine, Evidence... evidence) {
        List<Evidence> all = List.of(evidence);
        DetectorReport report = new DetectorReport(check + "/detector", engine, new Outcome.Violated(all), 120);
        return of(lab, new CheckResult(check, new Verdict.Failed(all), List.of(report), List.of()));
    }

    private static GradedSubmission of(String lab, CheckResult check) {
        LabResult result = new LabResult(lab, List.of(check), "", List.of());
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            lines.add("    line " + i + ";");
        }
        GradedLab graded =
                new GradedLab(GradedLab.Status.GRADED, result, List.of(), Samples.RUBRIC.points(result), "c0ffee");
        return new GradedSubmission(
                "alice",
                "alice",
                "",
                "c0ffee",
                List.of(graded),
                graded.points(),
                List.of(),
                Map.of("run", 12L),
                Map.of(COUNTER, lines, QUEUE, lines));
    }

    private static Evidence interleaving() {
        List<Step> steps = List.of(
                step(0, Action.READ, "number", "100", at(COUNTER, 18), null),
                step(1, Action.READ, "number", "100", at(COUNTER, 18), null),
                step(1, Action.WRITE, "number", "99", at(COUNTER, 20), null),
                step(
                        0,
                        Action.WRITE,
                        "number",
                        "99",
                        at(COUNTER, 20),
                        Message.of("engine.explore.lost-write", "thread B")));
        return Evidence.of(
                        Message.of("engine.count.expected", "value()", 98, 2, "decrement()"),
                        Message.of("engine.explore.outcome", "value() = 99"))
                .at(List.of(at(COUNTER, 18), at(COUNTER, 20)))
                .along(new Timeline(List.of("thread A", "thread B"), steps, "| thread 1 | thread 2 |"))
                .because(Message.of("engine.exclusion.why"))
                .hinting(Message.of("engine.exclusion.try"));
    }

    private static Evidence counted() {
        OutcomeTable table = new OutcomeTable(
                "DecrementDecrement",
                List.of(
                        new OutcomeTable.Row("98", false, 395_180, "both decrements count"),
                        new OutcomeTable.Row("99", true, 1_820, "one decrement is lost")),
                "Thread.onSpinWait() 16×64");
        return Evidence.of(
                        Message.of("engine.stress.ends"),
                        Message.of("engine.stress.saw", "99 (one decrement is lost), 1820 times", "397000"))
                .counted(table);
    }

    /** What a dump tells: more threads, and no line that took a lock. */
    private static Evidence stuck() {
        Knot knot = new Knot(
                List.of(
                        waits("thread A", "Object A", "thread B", at(COUNTER, 23), new Knot.Held("Object B", null)),
                        waits("thread B", "Object B", "thread A", at(COUNTER, 32), new Knot.Held("Object A", null)),
                        waits("thread C", "Object B", "thread A", at(COUNTER, 20))),
                List.of());
        return Evidence.of(
                        Message.of("engine.take.ends", "decrement()", "thread A"),
                        Message.of("engine.stuck.waits", "thread A", 3))
                .at(List.of(at(COUNTER, 23), at(COUNTER, 32)))
                .dumped("thread A  BLOCKED  waits for Object A, held by thread B")
                .tied(knot)
                .because(Message.of("engine.stuck.circle", 2))
                .hinting(Message.of("engine.stuck.circle.try"));
    }

    /** What an interleaving tells: which line took which. */
    private static Evidence deadlock() {
        List<Step> steps = List.of(
                step(1, Action.LOCK, "lock B", "", at(COUNTER, 31), null),
                step(0, Action.LOCK, "lock A", "", at(COUNTER, 20), null),
                step(
                        0,
                        Action.BLOCKED,
                        "",
                        "",
                        at(COUNTER, 23),
                        Message.of("engine.explore.has-it", "thread B", "lock B")),
                step(
                        1,
                        Action.BLOCKED,
                        "",
                        "",
                        at(COUNTER, 32),
                        Message.of("engine.explore.has-it", "thread A", "lock A")));
        Knot knot = new Knot(
                List.of(
                        waits(
                                "thread A",
                                "lock B",
                                "thread B",
                                at(COUNTER, 23),
                                new Knot.Held("lock A", at(COUNTER, 20))),
                        waits(
                                "thread B",
                                "lock A",
                                "thread A",
                                at(COUNTER, 32),
                                new Knot.Held("lock B", at(COUNTER, 31)))),
                List.of());
        return Evidence.of(Message.of("engine.stress.ends"), Message.of("engine.explore.deadlock"))
                .along(new Timeline(List.of("thread A", "thread B"), steps, "| thread 1 | thread 2 |"))
                .tied(knot)
                .because(Message.of("engine.explore.deadlock.why"))
                .hinting(Message.of("engine.stuck.circle.try"));
    }

    private static Evidence asleep() {
        List<Step> steps = List.of(
                step(0, Action.CALL, "put(100)", "", null, null),
                step(1, Action.CALL, "get()", "", null, null),
                step(2, Action.CALL, "get()", "", null, null),
                step(2, Action.RETURN, "", "1", null, null),
                step(0, Action.RETURN, "", "", null, null));
        Knot knot = new Knot(
                List.of(new Knot.Waiter("thread A", Knot.Want.SIGNAL, "Condition A", "", at(QUEUE, 45), List.of())),
                List.of("thread P", "thread B"));
        return Evidence.of(Message.of("queue.rest"), Message.of("engine.stuck.waits", "thread A", 1))
                .at(List.of(at(QUEUE, 45)))
                .along(new Timeline(List.of("thread P", "thread A", "thread B"), steps, ""))
                .dumped("thread A  WAITING  waits for Condition A")
                .tied(knot)
                .because(Message.of("queue.stuck.why"))
                .hinting(Message.of("queue.stuck.try"));
    }

    private static Evidence rule() {
        return Evidence.of(
                        Message.of("locks.leak-throws.expected"),
                        Message.of("locks.leak-throws.observed", "decrement()", 21, "lock"))
                .at(List.of(new Place(COUNTER, 21, Message.of("locks.here.paused"))))
                .because(Message.of("locks.leak-throws.why"))
                .hinting(Message.of("locks.leak-throws.try"))
                .ruledBy("locks.released-on-every-path");
    }

    private static Evidence counterexample() {
        return Evidence.of(
                Message.of("engine.count.expected", "value()", 0, 1, "decrement()"),
                Message.of("engine.count.observed", "value()", 1));
    }

    private static Knot.Waiter waits(String thread, String lock, String holder, Place at, Knot.Held... holds) {
        return new Knot.Waiter(thread, Knot.Want.LOCK, lock, holder, at, List.of(holds));
    }

    private static Step step(
            int lane, Action action, String target, String value, @Nullable Place place, @Nullable Message remark) {
        return new Step(lane, action, target, value, place, remark);
    }

    private static Place at(String file, int line) {
        return new Place(file, line, null);
    }
}
