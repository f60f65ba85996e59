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
    private final int mask;
    private final int capacity;
    private long head;
    private long tail;

    public BoundedMessageQueue(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        this.capacity = capacity;
        int length = 1;
        while (length < capacity) {
            length <<= 1;
        }
        ring = new Object[length];
        mask = length - 1;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            while (tail - head == capacity) {
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
            while (tail == head) {
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
            if (tail - head == capacity) {
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
            if (tail == head) {
                throw new QueueEmptyException();
            }
            return dequeue();
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(T item) {
        ring[(int) tail & mask] = item;
        tail++;
        notEmpty.signal();
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        int slot = (int) head & mask;
        T item = (T) ring[slot];
        ring[slot] = null;
        head++;
        notFull.signal();
        return item;
    }

    @Override
    public boolean isFull() {
        lock.lock();
        try {
            return tail - head == capacity;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        lock.lock();
        try {
            return tail == head;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return (int) (tail - head);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
