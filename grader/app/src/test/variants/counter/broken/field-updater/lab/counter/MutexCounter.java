package lab.counter;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final AtomicIntegerFieldUpdater<MutexCounter> NUMBER =
            AtomicIntegerFieldUpdater.newUpdater(MutexCounter.class, "number");

    private volatile int number;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        int n = number;
        pause.pause();
        while (!NUMBER.compareAndSet(this, n, n - 1)) {
            n = number;
        }
    }

    @Override
    public int value() {
        return number;
    }
}
