package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private int number;
    private volatile int published;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.published = initial;
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        int result;
        lock.lock();
        try {
            int n = number;
            pause.pause();
            result = n - 1;
            number = result;
        } finally {
            lock.unlock();
        }
        published = result;
    }

    @Override
    public int value() {
        return published;
    }
}
