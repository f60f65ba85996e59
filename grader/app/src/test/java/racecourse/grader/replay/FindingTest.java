package racecourse.grader.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static racecourse.grader.replay.Likeness.OTHER;
import static racecourse.grader.replay.Likeness.SAME;
import static racecourse.grader.replay.Likeness.SAME_BUT_FOR_NUMBERS;
import static racecourse.grader.replay.Likeness.UNSEEN;

import java.util.List;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Engine;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Step;

class FindingTest {
    private static final Sight.Line LINE = new Sight.Line("lab/counter/MutexCounter.java", 17);

    private static Sight saw(String fact, String value, int line) {
        Sight.Move read = new Sight.Move(
                0, Step.Action.READ, "count", value, new Sight.Line("lab/counter/MutexCounter.java", line));
        return new Sight("engine.explore.outcome", List.of(fact), List.of(LINE), List.of(read), List.of());
    }

    private static Sight counted(Sight.Count... counts) {
        return new Sight("engine.stress.saw", List.of(), List.of(), List.of(), List.of(counts));
    }

    private static Likeness likeness(Engine engine, Sight then, Sight now) {
        return new Finding("x/y", engine, List.of(then)).likenessOf(new Finding("x/y", engine, List.of(now)));
    }

    @Test
    void interleavingIsTheSameStepByStep() {
        Sight then = saw("99", "100", 17);

        assertEquals(SAME, likeness(Engine.EXPLORER, then, saw("99", "100", 17)));
        assertEquals(OTHER, likeness(Engine.EXPLORER, then, saw("98", "100", 17)));
        assertEquals(OTHER, likeness(Engine.EXPLORER, then, saw("99", "101", 17)));
        assertEquals(OTHER, likeness(Engine.RULE, then, saw("99", "100", 18)));
    }

    @Test
    void whatRealThreadsShowIsTheSameWordByWord() {
        Sight then = saw("taker-2 waits", "100", 17);

        assertEquals(SAME, likeness(Engine.RENDEZVOUS, then, saw("taker-2 waits", "7", 1)));
        assertEquals(SAME_BUT_FOR_NUMBERS, likeness(Engine.PROPERTY, then, saw("taker-1 waits", "100", 17)));
        assertEquals(OTHER, likeness(Engine.PROCESSES, then, saw("taker-2 spins", "100", 17)));
    }

    @Test
    void oneForbiddenOutcomeSeenAgainIsTheSame() {
        Sight then = counted(
                new Sight.Count("98", false, 900), new Sight.Count("99", true, 90), new Sight.Count("100", true, 1));

        assertEquals(SAME, likeness(Engine.STRESS, then, counted(new Sight.Count("99", true, 1))));
        assertEquals(OTHER, likeness(Engine.STRESS, then, counted(new Sight.Count("97", true, 1))));
    }

    @Test
    void nothingIsUnseen() {
        Finding then = new Finding("x/y", Engine.STRESS, List.of(counted(new Sight.Count("99", true, 90))));

        assertEquals(UNSEEN, then.likenessOf(new Finding("x/y", Engine.STRESS, List.of())));
    }

    @Test
    void chanceMayLeaveOneOutButNotAll() {
        Comparison same = compared(Engine.EXPLORER, SAME);
        Comparison missed = compared(Engine.STRESS, UNSEEN);

        assertTrue(same(same, missed));
        assertFalse(same(missed));
        assertFalse(same(same, compared(Engine.STRESS, OTHER)));
        assertFalse(same(compared(Engine.RENDEZVOUS, SAME), compared(Engine.EXPLORER, UNSEEN)));
    }

    private static Comparison compared(Engine engine, Likeness likeness) {
        Finding finding = new Finding("x/y", engine, List.of());
        return new Comparison(finding, finding, new Outcome.Clean(), likeness);
    }

    private static boolean same(Comparison... trial) {
        return new Replayed(new Asked("x", "", "x", List.of()), List.of(List.of(trial))).same();
    }
}
