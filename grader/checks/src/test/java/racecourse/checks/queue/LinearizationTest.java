package racecourse.checks.queue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinearizationTest {
    private final History history = new History(1);

    private History.Entry begins(Op op) {
        return history.begins("A", op);
    }

    private void did(Op op, @Nullable Object result) {
        history.ends(begins(op), result, null);
    }

    private boolean isExplained() {
        return Linearization.exists(history);
    }

    @Test
    void oneAfterTheOtherInOrder() {
        did(Op.put(1), true);
        did(Op.get(), 1);
        did(Op.getNoWait(), Channel.REFUSED);
        assertTrue(isExplained());
    }

    @Test
    void aPutOverTheCapacityCannotHaveEnded() {
        did(Op.put(1), true);
        did(Op.put(2), true);
        assertFalse(isExplained());
    }

    @Test
    void aPutBesideAGetMayComeAfterIt() {
        did(Op.put(1), true);
        History.Entry put = begins(Op.put(2));
        did(Op.get(), 1);
        history.ends(put, true, null);
        assertTrue(isExplained());
    }

    @Test
    void oneItemIsNotForTwo() {
        did(Op.put(1), true);
        History.Entry one = begins(Op.get());
        did(Op.get(), 1);
        history.ends(one, 1, null);
        assertFalse(isExplained());
    }

    @Test
    void nobodyGetsNothing() {
        did(Op.put(1), true);
        did(Op.get(), null);
        assertFalse(isExplained());
    }

    @Test
    void aloneARefusalTellsTheTruth() {
        did(Op.putNoWait(1), Channel.REFUSED);
        assertFalse(isExplained());
    }

    @Test
    void besideAnotherCallItNeedNot() {
        History.Entry get = begins(Op.get());
        did(Op.putNoWait(1), Channel.REFUSED);
        did(Op.put(2), true);
        history.ends(get, 2, null);
        assertTrue(isExplained());
    }

    @Test
    void aWaitingPutHasPerhapsPut() {
        begins(Op.put(1));
        did(Op.get(), 1);
        assertTrue(isExplained());
    }

    @Test
    void anInterruptedPutHasNot() {
        History.Entry put = begins(Op.put(1));
        did(Op.get(), 1);
        history.ends(put, null, new InterruptedException());
        assertFalse(isExplained());
    }

    @Test
    void whoWaitsForWhatIsThereIsLate() {
        history.comes();
        did(Op.put(1), true);
        assertFalse(history.rests());
        history.leaves();
        assertTrue(history.rests());
        history.comes();
        begins(Op.get());
        assertFalse(history.rests());
    }
}
