package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock(true);
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
            int before = value();
            pause.pause();
            set(before - 1);
        } finally {
            lock.unlock();
        }
    }

    private void set(int n) {
        lock.lock();
        try {
            number = n;
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
