package lab.counter;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

final class Mutex {
    private static final class Sync extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean tryAcquire(int ignored) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setState(0);
            return true;
        }
    }

    private final Sync sync = new Sync();

    void lock() {
        sync.acquire(1);
    }

    void unlock() {
        sync.release(1);
    }
}
