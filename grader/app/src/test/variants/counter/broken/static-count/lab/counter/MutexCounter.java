package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static volatile int number;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        number = initial;
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
