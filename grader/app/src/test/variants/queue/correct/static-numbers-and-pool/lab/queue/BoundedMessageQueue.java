package lab.queue;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Object[] NOTHING = {};
    private final int number = NUMBERS.incrementAndGet();
    private final int capacity;
    private Object[] ring = NOTHING;
    private int head;
    private int tail;
    private int count;

    public BoundedMessageQueue(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            while (count == capacity) {
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
            if (count == capacity) {
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
        if (count == ring.length) {
            grow();
        }
        ring[tail] = item;
        tail = (tail + 1) % ring.length;
        count++;
        notEmpty.signal();
    }

    private void grow() {
        Object[] bigger = new Object[(int) Math.min(capacity, 2L * count + 1)];
        for (int i = 0; i < count; i++) {
            bigger[i] = ring[(head + i) % ring.length];
        }
        ring = bigger;
        head = 0;
        tail = count;
    }

    @Override
    public String toString() {
        return "queue " + number;
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
        lock.lock();
        try {
            return count == capacity;
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
        return capacity;
    }
}
