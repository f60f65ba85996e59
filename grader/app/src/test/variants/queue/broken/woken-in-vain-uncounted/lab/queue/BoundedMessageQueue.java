package lab.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private int waiting;
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
            if (items.size() == capacity) {
                waiting++;
                do {
                    wait();
                } while (items.size() == capacity);
            }
            items.addLast(item);
            wakeAll();
        }
    }

    @Override
    public synchronized T get() throws InterruptedException {
        if (items.isEmpty()) {
            waiting++;
            do {
                wait();
            } while (items.isEmpty());
        }
        T item = items.removeFirst();
        wakeAll();
        return item;
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        synchronized (this) {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.addLast(item);
            wakeAll();
        }
    }

    @Override
    public synchronized T getNoWait() {
        if (items.isEmpty()) {
            throw new QueueEmptyException();
        }
        T item = items.removeFirst();
        wakeAll();
        return item;
    }

    private void wakeAll() {
        if (waiting > 0) {
            waiting = 0;
            notifyAll();
        }
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
