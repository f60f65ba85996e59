package lab.counter;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void lock() {
        boolean interrupted = false;
        boolean locked = false;
        while (!locked) {
            try {
                locked = lock.tryLock(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void decrement() {
        lock();
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
        lock();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }
}
