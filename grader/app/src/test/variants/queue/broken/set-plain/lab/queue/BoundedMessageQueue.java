package lab.queue;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** One lock for each end; messages put and messages taken are counted apart. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Object[] ring;

    private final ReentrantLock putLock = new ReentrantLock();
    private final Condition notFull = putLock.newCondition();
    private final AtomicLong added = new AtomicLong();

    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private final AtomicLong taken = new AtomicLong();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        ring = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        putLock.lockInterruptibly();
        try {
            while (added.get() - taken.get() == ring.length) {
                notFull.await();
            }
            store(item);
        } finally {
            putLock.unlock();
        }
        signal(takeLock, notEmpty);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        putLock.lock();
        try {
            if (added.get() - taken.get() == ring.length) {
                throw new QueueFullException();
            }
            store(item);
        } finally {
            putLock.unlock();
        }
        signal(takeLock, notEmpty);
    }

    @Override
    public T get() throws InterruptedException {
        T item;
        takeLock.lockInterruptibly();
        try {
            while (taken.get() == added.get()) {
                notEmpty.await();
            }
            item = fetch();
        } finally {
            takeLock.unlock();
        }
        signal(putLock, notFull);
        return item;
    }

    @Override
    public T getNoWait() {
        T item;
        takeLock.lock();
        try {
            if (taken.get() == added.get()) {
                throw new QueueEmptyException();
            }
            item = fetch();
        } finally {
            takeLock.unlock();
        }
        signal(putLock, notFull);
        return item;
    }

    private void store(T item) {
        long n = added.get();
        ring[(int) (n % ring.length)] = item;
        added.setPlain(n + 1);
    }

    @SuppressWarnings("unchecked")
    private T fetch() {
        long n = taken.get();
        int slot = (int) (n % ring.length);
        T item = (T) ring[slot];
        ring[slot] = null;
        taken.set(n + 1);
        return item;
    }

    private static void signal(Lock lock, Condition condition) {
        lock.lock();
        try {
            condition.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        return size() == ring.length;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        putLock.lock();
        try {
            takeLock.lock();
            try {
                return (int) (added.get() - taken.get());
            } finally {
                takeLock.unlock();
            }
        } finally {
            putLock.unlock();
        }
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
