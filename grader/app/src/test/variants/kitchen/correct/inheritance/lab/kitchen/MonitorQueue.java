package lab.kitchen;

import java.util.LinkedList;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue under its own monitor. */
class MonitorQueue<T> implements MessageQueue<T> {
    private final LinkedList<T> items = new LinkedList<>();
    private final int capacity;

    MonitorQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (items.size() == capacity) {
            wait();
        }
        putNoWait(item);
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        return getNoWait();
    }

    @Override
    public synchronized void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (items.size() == capacity) {
            throw new QueueFullException();
        }
        items.addLast(item);
        notifyAll();
    }

    @Override
    public synchronized T getNoWait() {
        if (items.isEmpty()) {
            throw new QueueEmptyException();
        }
        notifyAll();
        return items.removeFirst();
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
