package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final String name;
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.name = ("counter from " + initial).intern();
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        synchronized (name) {
            int n = number;
            pause.pause();
            number = n - 1;
        }
    }

    @Override
    public int value() {
        synchronized (name) {
            return number;
        }
    }
}
