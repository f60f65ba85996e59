package racecourse.checks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import racecourse.checks.protocol.Knot;
import racecourse.checks.protocol.Message;

/** Who holds what is waited for. */
class KnotsTest {
    private static final Message EXPECTED = Message.of("engine.call.returns");

    /** It had the same name as the one that waits, which is no circle. */
    @Test
    void aThreadThatHasEndedHoldsNothing() {
        Lock lock = new ReentrantLock();
        Scene.value(EXPECTED, Call.of(lock::lock));

        Violation stuck = assertThrows(Violation.class, () -> Scene.value(EXPECTED, Call.of(lock::lock)));

        Knot knot = Objects.requireNonNull(stuck.evidence().knot());
        assertEquals(
                List.of(""), knot.waiters().stream().map(Knot.Waiter::holder).toList());
        assertEquals(List.of(), knot.circle());
        assertEquals(Knot.Want.LOCK, knot.waiters().get(0).want());
    }
}
