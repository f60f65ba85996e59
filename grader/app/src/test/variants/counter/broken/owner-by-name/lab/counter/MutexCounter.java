package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final NameLock lock = new NameLock();
    private final Pause pause;
    private volatile int value;

    public MutexCounter(int initial, Pause pause) {
        this.value = initial;
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int v = value;
            pause.pause();
            value = v - 1;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int value() {
        return value;
    }
}
