package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final StampedLock lock = new StampedLock();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        long stamp = lock.readLock();
        try {
            int n = number;
            pause.pause();
            long write = lock.tryConvertToWriteLock(stamp);
            if (write == 0) {
                lock.unlockRead(stamp);
                write = lock.writeLock();
                n = number;      // may have changed in between
            }
            stamp = write;
            number = n - 1;
        } finally {
            lock.unlock(stamp);
        }
    }

    @Override
    public int value() {
        long stamp = lock.readLock();
        try {
            return number;
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
