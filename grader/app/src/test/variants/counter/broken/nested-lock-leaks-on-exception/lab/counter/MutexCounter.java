package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
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
            number = readSlowly() - 1;
        } finally {
            lock.unlock();
        }
    }

    private int readSlowly() {
        lock.lock();
        int seen = number;
        pause.pause();
        lock.unlock();
        return seen;
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
