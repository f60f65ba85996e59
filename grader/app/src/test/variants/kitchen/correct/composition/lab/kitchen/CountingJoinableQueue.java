package lab.kitchen;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;

/** An inner queue, of which only what never waits is used, under a lock of its own. */
public final class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final MonitorQueue<T> inner;
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        inner = new MonitorQueue<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        lock.lockInterruptibly();
        try {
            while (inner.isFull()) {
                changed.await();
            }
            added(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inner.isEmpty()) {
                changed.await();
            }
            T item = inner.getNoWait();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        lock.lock();
        try {
            added(item);
        } finally {
            lock.unlock();
        }
    }

    private void added(T item) {
        inner.putNoWait(item);
        unfinished++;
        changed.signalAll();
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            T item = inner.getNoWait();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (unfinished < 1) {
                throw new IllegalStateException();
            }
            unfinished--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished > 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        return inner.isFull();
    }

    @Override
    public boolean isEmpty() {
        return inner.isEmpty();
    }

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public int capacity() {
        return inner.capacity();
    }
}
