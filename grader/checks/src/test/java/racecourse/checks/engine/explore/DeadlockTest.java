package racecourse.checks.engine.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Step.Action;
import racecourse.checks.protocol.Timeline;

class DeadlockTest {
    @Test
    void eachHasWhatTheOtherOneWants() {
        Deadlock deadlock = deadlock(
                step(0, Action.LOCK, "", 20),
                step(1, Action.LOCK, "", 31),
                step(0, Action.READ, "number", 21),
                step(0, Action.LOCK, "", 23),
                new Step(0, Action.BLOCKED, "", "lock is already acquired", null, null),
                step(1, Action.LOCK, "", 32));

        Knot knot = assertNotNullKnot(deadlock);
        assertEquals(
                List.of("lock B", "lock A"),
                knot.waiters().stream().map(Knot.Waiter::lock).toList());
        assertEquals(2, knot.circle().size());
        assertEquals(
                List.of(line(20)),
                knot.waiters().get(0).holds().stream().map(Knot.Held::since).toList());
        assertEquals(
                List.of(Action.LOCK, Action.LOCK, Action.READ, Action.BLOCKED, Action.BLOCKED),
                deadlock.timeline().steps().stream().map(Step::action).toList());
    }

    @Test
    void permitsAreNobodys() {
        assertNull(deadlock(
                        step(0, Action.LOCK, "first.acquire", 20),
                        step(1, Action.LOCK, "second.acquire", 31),
                        step(0, Action.LOCK, "second.acquire", 23),
                        step(1, Action.LOCK, "first.acquire", 32))
                .knot());
    }

    @Test
    void whatIsReleasedIsNotHeld() {
        assertNull(deadlock(
                        step(0, Action.LOCK, "", 20),
                        step(0, Action.UNLOCK, "", 22),
                        step(1, Action.LOCK, "", 31),
                        step(0, Action.LOCK, "", 23))
                .knot());
    }

    private static Knot assertNotNullKnot(Deadlock deadlock) {
        Knot knot = deadlock.knot();
        assertNotNull(knot);
        return knot;
    }

    private static Deadlock deadlock(Step... steps) {
        return new Deadlock(new Timeline(List.of("thread A", "thread B"), List.of(steps), ""));
    }

    private static Step step(int lane, Action action, String target, int line) {
        return new Step(lane, action, target, "", line(line), null);
    }

    private static Place line(int line) {
        return new Place("lab/counter/MutexCounter.java", line, null);
    }
}
