package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (items.size() == capacity) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        items.add(item);
        notifyAll();
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        T item = items.remove();
        notifyAll();
        return item;
    }

    @Override
    public synchronized void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (items.size() == capacity) {
            throw new QueueFullException();
        }
        items.add(item);
        notifyAll();
    }

    @Override
    public synchronized T getNoWait() {
        if (items.isEmpty()) {
            throw new QueueEmptyException();
        }
        T item = items.remove();
        notifyAll();
        return item;
    }

    @Override
    public synchronized boolean isFull() {
        return items.size() == capacity;
    }

    @Override
    public synchronized boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public synchronized int size() {
        return items.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
