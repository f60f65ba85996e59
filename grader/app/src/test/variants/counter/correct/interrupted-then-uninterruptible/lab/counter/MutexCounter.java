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

    private void enter() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            lock.lock();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void decrement() {
        enter();
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
        enter();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }
}
