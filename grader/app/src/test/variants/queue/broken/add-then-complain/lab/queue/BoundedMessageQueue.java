package lab.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        synchronized (this) {
            while (items.size() == capacity) {
                wait();
            }
            items.addLast(item);
            notifyAll();
        }
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        T item = items.removeFirst();
        notifyAll();
        return item;
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        synchronized (this) {
            items.addLast(item);
            notifyAll();
            if (items.size() > capacity) {
                throw new QueueFullException();
            }
        }
    }

    @Override
    public synchronized T getNoWait() {
        if (items.isEmpty()) {
            throw new QueueEmptyException();
        }
        T item = items.removeFirst();
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
