package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Pause pause;
    private float number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public synchronized void decrement() {
        float before = number;
        pause.pause();
        number = before - 1;
    }

    @Override
    public synchronized int value() {
        return (int) number;
    }
}
