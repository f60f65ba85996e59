package lab.queue;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;

/** A lock that is not reentrant. */
final class Mutex extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    void lock() {
        acquire(1);
    }

    void lockInterruptibly() throws InterruptedException {
        acquireInterruptibly(1);
    }

    void unlock() {
        release(1);
    }

    Condition newCondition() {
        return new ConditionObject();
    }

    @Override
    protected boolean tryAcquire(int unused) {
        if (!compareAndSetState(0, 1)) {
            return false;
        }
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
    }

    @Override
    protected boolean tryRelease(int unused) {
        if (!isHeldExclusively()) {
            throw new IllegalMonitorStateException();
        }
        setExclusiveOwnerThread(null);
        setState(0);
        return true;
    }

    @Override
    protected boolean isHeldExclusively() {
        return getExclusiveOwnerThread() == Thread.currentThread();
    }
}
