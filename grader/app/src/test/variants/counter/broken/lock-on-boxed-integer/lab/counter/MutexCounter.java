package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Pause pause;
    private volatile Integer number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        synchronized (number) {
            int n = number;
            pause.pause();
            number = n - 1;
        }
    }

    @Override
    public int value() {
        return number;
    }
}
