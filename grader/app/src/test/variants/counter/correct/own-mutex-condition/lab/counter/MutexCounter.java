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
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        int n = begin();
        int next = n;
        try {
            pause.pause();
            next = n - 1;
        } finally {
            end(next);
        }
    }

    private int begin() {
        lock.lock();
        try {
            while (busy) {
                free.awaitUninterruptibly();
            }
            busy = true;
            return number;
        } finally {
            lock.unlock();
        }
    }

    private void end(int next) {
        lock.lock();
        try {
            number = next;
            busy = false;
            free.signal();
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
