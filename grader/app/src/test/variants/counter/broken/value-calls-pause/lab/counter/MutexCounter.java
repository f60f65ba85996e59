package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public synchronized void decrement() {
        int n = number;
        pause.pause();
        number = n - 1;
    }

    @Override
    public synchronized int value() {
        int n = number;
        pause.pause();
        return n;
    }
}
