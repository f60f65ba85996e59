package lab.counter;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private static final Map<MutexCounter, Lock> LOCKS = Collections.synchronizedMap(new WeakHashMap<>());

    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
        LOCKS.put(this, new ReentrantLock());
    }

    @Override
    public void decrement() {
        Lock lock = LOCKS.get(this);
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
        Lock lock = LOCKS.get(this);
        lock.lock();
        try {
            return number;
        } finally {
            lock.unlock();
        }
    }
}
