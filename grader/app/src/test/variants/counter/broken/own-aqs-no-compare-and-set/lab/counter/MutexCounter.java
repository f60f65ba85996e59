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
        protected boolean tryAcquire(int ignored) {
            if (getState() == 0) {
                setState(1);
                setExclusiveOwnerThread(Thread.currentThread());
                return true;
            }
            return false;
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setExclusiveOwnerThread(null);
            setState(0);
            return true;
        }
    }
}
