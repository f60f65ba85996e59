package lab.queue;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A ring of slots under one lock with two conditions. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition NOT_FULL = LOCK.newCondition();
    private static final Condition NOT_EMPTY = LOCK.newCondition();
    private final Object[] ring;
    private int head;
    private int tail;
    private int count;

    public BoundedMessageQueue(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        ring = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        LOCK.lockInterruptibly();
        try {
            while (count == ring.length) {
                NOT_FULL.await();
            }
            enqueue(item);
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        LOCK.lockInterruptibly();
        try {
            while (count == 0) {
                NOT_EMPTY.await();
            }
            return dequeue();
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        LOCK.lock();
        try {
            if (count == ring.length) {
                throw new QueueFullException();
            }
            enqueue(item);
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public T getNoWait() {
        LOCK.lock();
        try {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            return dequeue();
        } finally {
            LOCK.unlock();
        }
    }

    private void enqueue(T item) {
        ring[tail] = item;
        tail = (tail + 1) % ring.length;
        count++;
        NOT_EMPTY.signal();
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        T item = (T) ring[head];
        ring[head] = null;
        head = (head + 1) % ring.length;
        count--;
        NOT_FULL.signal();
        return item;
    }

    @Override
    public boolean isFull() {
        LOCK.lock();
        try {
            return count == ring.length;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        LOCK.lock();
        try {
            return count == 0;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public int size() {
        LOCK.lock();
        try {
            return count;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
