package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object lock = new Object();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        synchronized (lock) {
            int before = number;
            pause.pause();
            if (number != before) {
                throw new AssertionError("somebody came in between");
            }
            number--;
        }
    }

    @Override
    public int value() {
        synchronized (lock) {
            return number;
        }
    }
}
