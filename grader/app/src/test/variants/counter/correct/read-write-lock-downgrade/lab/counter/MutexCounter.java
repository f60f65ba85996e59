package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock(true);
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        rw.writeLock().lock();
        try {
            int n = value();
            pause.pause();
            number = n - 1;
        } finally {
            rw.writeLock().unlock();
        }
    }

    @Override
    public int value() {
        rw.readLock().lock();
        try {
            return number;
        } finally {
            rw.readLock().unlock();
        }
    }
}
