package lab.counter;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Queue<Thread> waiting = new ArrayDeque<>();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void lock() {
        Thread me = Thread.currentThread();
        synchronized (waiting) {
            waiting.add(me);
        }
        while (!isFirst(me)) {
            LockSupport.park(this);
        }
    }

    private boolean isFirst(Thread t) {
        synchronized (waiting) {
            return waiting.peek() == t;
        }
    }

    private void unlock() {
        synchronized (waiting) {
            waiting.remove();
            LockSupport.unpark(waiting.peek());
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
            unlock();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
