package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private Lock lock;
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        synchronized (this) {
            this.number = initial;
        }
    }

    private synchronized Lock lock() {
        if (lock == null) {
            lock = new ReentrantLock();
        }
        return lock;
    }

    @Override
    public void decrement() {
        Lock l = lock();
        l.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            l.unlock();
        }
    }

    @Override
    public int value() {
        Lock l = lock();
        l.lock();
        try {
            return number;
        } finally {
            l.unlock();
        }
    }
}
