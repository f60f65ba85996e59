package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private interface Held extends AutoCloseable {
        @Override
        void close();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Held held = lock::unlock;
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private Held hold() {
        lock.lock();
        return held;
    }

    @Override
    public void decrement() {
        try (Held h = hold()) {
            int n = number;
            pause.pause();
            number = n - 1;
        }
    }

    @Override
    public int value() {
        try (Held h = hold()) {
            return number;
        }
    }
}
