package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Lock guard = new ReentrantLock();
    private final Condition idle = guard.newCondition();
    private final Pause pause;
    private boolean busy;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        int before;
        guard.lock();
        try {
            while (busy) {
                idle.awaitUninterruptibly();
            }
            busy = true;
            before = number;
        } finally {
            guard.unlock();
        }
        int after = before;
        try {
            pause.pause();
            after = before - 1;
        } finally {
            guard.lock();
            try {
                number = after;
                busy = false;
                idle.signal();
            } finally {
                guard.unlock();
            }
        }
    }

    @Override
    public int value() {
        guard.lock();
        try {
            while (busy) {
                idle.awaitUninterruptibly();
            }
            return number;
        } finally {
            guard.unlock();
        }
    }
}
