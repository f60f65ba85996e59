package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private volatile short high;
    private volatile char low;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.high = (short) (initial >> 16);
        this.low = (char) initial;
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int n = value();
            pause.pause();
            low = (char) (n - 1);
            high = (short) ((n - 1) >> 16);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int value() {
        return (high << 16) | low;
    }
}
