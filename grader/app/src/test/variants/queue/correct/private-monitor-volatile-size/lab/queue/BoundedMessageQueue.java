package lab.queue;

import java.util.LinkedList;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Object monitor = new Object();
    private final LinkedList<T> items = new LinkedList<>();
    private volatile int size;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (monitor) {
            while (size == capacity) {
                monitor.wait();
            }
            items.addLast(item);
            size++;
            monitor.notifyAll();
        }
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (monitor) {
            while (size == 0) {
                monitor.wait();
            }
            size--;
            monitor.notifyAll();
            return items.removeFirst();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (monitor) {
            if (size == capacity) {
                throw new QueueFullException();
            }
            items.addLast(item);
            size++;
            monitor.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (monitor) {
            if (size == 0) {
                throw new QueueEmptyException();
            }
            size--;
            monitor.notifyAll();
            return items.removeFirst();
        }
    }

    @Override
    public boolean isFull() {
        return size == capacity;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
