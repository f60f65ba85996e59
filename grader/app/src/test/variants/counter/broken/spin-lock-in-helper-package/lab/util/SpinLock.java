package lab.util;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

public final class SpinLock {
    private static final AtomicReferenceFieldUpdater<SpinLock, Thread> OWNER =
            AtomicReferenceFieldUpdater.newUpdater(SpinLock.class, Thread.class, "owner");

    private volatile Thread owner;

    public void lock() {
        Thread me = Thread.currentThread();
        while (owner != null || !OWNER.compareAndSet(this, null, me)) {
            Thread.onSpinWait();
        }
    }

    public void unlock() {
        owner = null;
    }
}
