package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final StampedLock stamped = new StampedLock();
    private final Lock write = stamped.asWriteLock();
    private final Lock read = stamped.asReadLock();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        write.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            write.unlock();
        }
    }

    @Override
    public int value() {
        read.lock();
        try {
            return number;
        } finally {
            read.unlock();
        }
    }
}
