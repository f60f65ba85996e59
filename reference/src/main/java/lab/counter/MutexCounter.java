package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** A counter whose number is read and written only by the thread that holds its lock. */
public final class MutexCounter implements Counter {
    private final Lock lock = new ReentrantLock();
    private final Pause pause;

    /** Guarded by {@link #lock}. */
    private int number;

    /**
     * Starts counting.
     *
     * @param initial the number to start from
     * @param pause the slow work in the middle of a decrement
     */
    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int before = number;
            pause.pause();
            number = before - 1;
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
}
