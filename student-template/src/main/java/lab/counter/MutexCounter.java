package lab.counter;

import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** Lab 11. The contract is in the Javadoc of {@link Counter}. */
public class MutexCounter implements Counter {
    public MutexCounter(int initial, Pause pause) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public void decrement() {
        // TODO read the number, pause, write back one less, with nobody else in between
        throw new UnsupportedOperationException("decrement() is still to be written");
    }

    @Override
    public int value() {
        // TODO return the number, as every completed decrement has left it
        throw new UnsupportedOperationException("value() is still to be written");
    }
}
