package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private Object monitor;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    private Object monitor() {
        if (monitor == null) {
            monitor = new Object();
        }
        return monitor;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        Object m = monitor();
        synchronized (m) {
            while (items.size() == capacity) {
                m.wait();
            }
            items.add(item);
            m.notifyAll();
        }
    }

    @Override
    public T get() throws InterruptedException {
        Object m = monitor();
        synchronized (m) {
            while (items.isEmpty()) {
                m.wait();
            }
            T item = items.remove();
            m.notifyAll();
            return item;
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        Object m = monitor();
        synchronized (m) {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.add(item);
            m.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        Object m = monitor();
        synchronized (m) {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            T item = items.remove();
            m.notifyAll();
            return item;
        }
    }

    @Override
    public boolean isFull() {
        synchronized (monitor()) {
            return items.size() == capacity;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (monitor()) {
            return items.isEmpty();
        }
    }

    @Override
    public int size() {
        synchronized (monitor()) {
            return items.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
