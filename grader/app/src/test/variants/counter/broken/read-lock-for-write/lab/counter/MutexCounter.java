package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.readLock().lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int value() {
        lock.readLock().lock();
        try {
            return number;
        } finally {
            lock.readLock().unlock();
        }
    }
}
