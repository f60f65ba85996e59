package lab.queue;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private final Semaphore places;
    private final Semaphore messages = new Semaphore(0);
    private final T[] slots;
    private int from;
    private int to;

    @SuppressWarnings("unchecked")
    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        slots = (T[]) new Object[capacity];
        places = new Semaphore(capacity);
    }

    private void store(T item) {
        access.writeLock().lock();
        try {
            slots[to] = item;
            to = (to + 1) % slots.length;
        } finally {
            access.writeLock().unlock();
        }
        messages.release();
    }

    private T fetch(Lock lock) {
        T item;
        lock.lock();
        try {
            item = slots[from];
            slots[from] = null;
            from = (from + 1) % slots.length;
        } finally {
            lock.unlock();
        }
        places.release();
        return item;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        places.acquire();
        store(item);
    }

    @Override
    public T get() throws InterruptedException {
        messages.acquire();
        return fetch(access.writeLock());
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!places.tryAcquire()) {
            throw new QueueFullException();
        }
        store(item);
    }

    @Override
    public T getNoWait() {
        if (!messages.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return fetch(access.readLock());
    }

    @Override
    public boolean isFull() {
        return places.availablePermits() == 0;
    }

    @Override
    public boolean isEmpty() {
        return messages.availablePermits() == 0;
    }

    @Override
    public int size() {
        return messages.availablePermits();
    }

    @Override
    public int capacity() {
        return slots.length;
    }
}
