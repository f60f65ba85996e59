package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private static final ThreadLocal<Integer> HOLDS = ThreadLocal.withInitial(() -> 0);

    private final Semaphore mutex = new Semaphore(1);
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void enter() {
        if (HOLDS.get() == 0) {
            mutex.acquireUninterruptibly();
        }
        HOLDS.set(HOLDS.get() + 1);
    }

    private void leave() {
        HOLDS.set(HOLDS.get() - 1);
        if (HOLDS.get() == 0) {
            mutex.release();
        }
    }

    @Override
    public void decrement() {
        enter();
        try {
            int n = value();
            pause.pause();
            number = n - 1;
        } finally {
            leave();
        }
    }

    @Override
    public int value() {
        enter();
        try {
            return number;
        } finally {
            leave();
        }
    }
}
