package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.lock();
        int n = number;
        try {
            pause.pause();
        } catch (RuntimeException e) {
            lock.unlock();
            throw e;
        }
        number = n - 1;
        lock.unlock();
    }

    @Override
    public int value() {
        return number;
    }
}
