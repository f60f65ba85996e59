package lab.counter;

import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** A counter for one thread. */
class PlainCounter implements Counter {
    private final Pause pause;
    private int number;

    PlainCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = pause;
    }

    @Override
    public void decrement() {
        int before = number;
        pause.pause();
        number = before - 1;
    }

    @Override
    public int value() {
        return number;
    }
}
