package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final int BIAS_AFTER = 1000;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private volatile int value;
    private volatile Thread favourite;
    private Thread last;
    private int streak;

    public MutexCounter(int initial, Pause pause) {
        this.value = initial;
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        if (favourite == Thread.currentThread()) {
            takeOne(); // nobody else has come for a long time
            return;
        }
        lock.lock();
        try {
            favourite = null;
            streak = last == Thread.currentThread() ? streak + 1 : 1;
            last = Thread.currentThread();
            takeOne();
            if (streak >= BIAS_AFTER) {
                favourite = last;
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeOne() {
        int v = value;
        pause.pause();
        value = v - 1;
    }

    @Override
    public int value() {
        return value;
    }
}
