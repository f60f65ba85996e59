package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition free = lock.newCondition();
    private final Pause pause;
    private boolean busy;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            while (busy) {
                free.awaitUninterruptibly();
            }
            busy = true;
        } finally {
            lock.unlock();
        }
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            lock.lock();
            busy = false;
            if (number > 0) {
                free.signal();
            }
            lock.unlock();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
