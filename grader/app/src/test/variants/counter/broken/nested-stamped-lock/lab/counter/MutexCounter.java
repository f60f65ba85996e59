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
        long stamp = lock.writeLock();
        try {
            int n = value();
            pause.pause();
            number = n - 1;
        } finally {
            lock.unlockWrite(stamp);
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
