package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final Object LOCK = new Object();
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        synchronized (LOCK) {
            Objects.requireNonNull(item);
            while (items.size() == capacity) {
                LOCK.wait();
            }
            items.add(item);
            LOCK.notifyAll();
        }
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (LOCK) {
            while (items.isEmpty()) {
                LOCK.wait();
            }
            T item = items.remove();
            LOCK.notifyAll();
            return item;
        }
    }

    @Override
    public void putNoWait(T item) {
        synchronized (LOCK) {
            Objects.requireNonNull(item);
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.add(item);
            LOCK.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (LOCK) {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            T item = items.remove();
            LOCK.notifyAll();
            return item;
        }
    }

    @Override
    public boolean isFull() {
        synchronized (LOCK) {
            return items.size() == capacity;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (LOCK) {
            return items.isEmpty();
        }
    }

    @Override
    public int size() {
        synchronized (LOCK) {
            return items.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
