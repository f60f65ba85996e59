package lab.queue;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A ring of slots under one lock with two conditions. */
public class BoundedMessageQueue<T> extends ReentrantLock implements MessageQueue<T> {
    private static final long serialVersionUID = 1L;

    private final transient Condition notFull = newCondition();
    private final transient Condition notEmpty = newCondition();
    private final transient Object[] ring;
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
        lockInterruptibly();
        try {
            while (count == ring.length) {
                notFull.await();
            }
            enqueue(item);
        } finally {
            unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lockInterruptibly();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            return dequeue();
        } finally {
            unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock();
        try {
            if (count == ring.length) {
                throw new QueueFullException();
            }
            enqueue(item);
        } finally {
            unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock();
        try {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            return dequeue();
        } finally {
            unlock();
        }
    }

    private void enqueue(T item) {
        ring[tail] = item;
        tail = (tail + 1) % ring.length;
        count++;
        notEmpty.signal();
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        T item = (T) ring[head];
        ring[head] = null;
        head = (head + 1) % ring.length;
        count--;
        notFull.signal();
        return item;
    }

    @Override
    public boolean isFull() {
        lock();
        try {
            return count == ring.length;
        } finally {
            unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        lock();
        try {
            return count == 0;
        } finally {
            unlock();
        }
    }

    @Override
    public int size() {
        lock();
        try {
            return count;
        } finally {
            unlock();
        }
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
