package lab.queue;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A ring of slots under one lock with two conditions. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
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
        lock.lockInterruptibly();
        try {
            while (count == ring.length) {
                notFull.await();
            }
            enqueue(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            return dequeue();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (count == ring.length) {
                throw new QueueFullException();
            }
            enqueue(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            return dequeue();
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(T item) {
        ring[tail] = item;
        tail = (tail + 1) % ring.length;
        count++;
        if (lock.hasWaiters(notEmpty)) {
            notEmpty.signal();
        }
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        T item = (T) ring[head];
        ring[head] = null;
        head = (head + 1) % ring.length;
        count--;
        if (lock.hasWaiters(notFull)) {
            notFull.signal();
        }
        return item;
    }

    @Override
    public boolean isFull() {
        lock.lock();
        try {
            return count == ring.length;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        lock.lock();
        try {
            return count == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
