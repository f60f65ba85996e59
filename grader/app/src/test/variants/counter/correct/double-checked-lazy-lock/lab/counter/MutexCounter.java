package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Pause pause;
    private volatile Lock lock;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private Lock lock() {
        Lock known = lock;
        if (known == null) {
            synchronized (this) {
                known = lock;
                if (known == null) {
                    known = new ReentrantLock();
                    lock = known;
                }
            }
        }
        return known;
    }

    @Override
    public void decrement() {
        Lock mine = lock();
        mine.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mine.unlock();
        }
    }

    @Override
    public int value() {
        Lock mine = lock();
        mine.lock();
        try {
            return number;
        } finally {
            mine.unlock();
        }
    }
}
