package lab.counter;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final AtomicBoolean locked = new AtomicBoolean();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        while (!locked.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            locked.set(false);
        }
    }

    @Override
    public int value() {
        return number;
    }
}
