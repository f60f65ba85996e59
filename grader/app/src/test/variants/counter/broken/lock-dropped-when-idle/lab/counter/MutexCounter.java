package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private ReentrantLock lock;
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private synchronized ReentrantLock current() {
        if (lock == null) {
            lock = new ReentrantLock();
        }
        return lock;
    }

    private synchronized void drop() {
        lock = null;
    }

    @Override
    public void decrement() {
        ReentrantLock mine = current();
        mine.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mine.unlock();
            drop();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
