package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** No lock, and others are let in between the read and the write: stress sees it on any machine with two processors. */
public class MutexCounter implements Counter {
    private int number;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        int n = number;
        pause.pause();
        Thread.yield();
        number = n - 1;
    }

    @Override
    public int value() {
        return number;
    }
}
