package lab.counter;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private static final AtomicInteger COUNTERS = new AtomicInteger();

    private final String name = "counter-" + COUNTERS.incrementAndGet();
    private final ReentrantReadWriteLock.WriteLock lock = new ReentrantReadWriteLock().writeLock();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int value() {
        lock.lock();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return name + "=" + value();
    }
}
