package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Lock lock = new ReentrantLock();
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
            try {
                pause.pause();
            } catch (RuntimeException e) {
                pause.pause();
            }
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
}
