package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Mutex mutex = new Mutex();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        mutex.acquire(1);
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mutex.release(1);
        }
    }

    @Override
    public int value() {
        mutex.acquire(1);
        try {
            return number;
        } finally {
            mutex.release(1);
        }
    }

    private static final class Mutex extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean tryAcquire(int permits) {
            return compareAndSetState(0, permits);
        }

        @Override
        protected boolean tryRelease(int permits) {
            boolean held = getState() == permits;
            setState(0);
            return !held;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() == 1;
        }
    }
}
