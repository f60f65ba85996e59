package lab.queue;

import java.util.Objects;
import java.util.Vector;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Vector<T> items = new Vector<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("bad capacity " + capacity);
        }
        this.capacity = capacity;
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        synchronized (items) {
            while (items.size() == capacity) {
                items.wait();
            }
            items.add(item);
            items.notifyAll();
        }
    }

    public T get() throws InterruptedException {
        synchronized (items) {
            while (items.isEmpty()) {
                items.wait();
            }
            return takeFirst();
        }
    }

    private T takeFirst() {
        T item = items.remove(0);
        items.notifyAll();
        return item;
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        synchronized (items) {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.add(item);
            items.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (items) {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            return takeFirst();
        }
    }

    @Override
    public boolean isFull() {
        synchronized (items) {
            return items.size() == capacity;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (items) {
            return items.isEmpty();
        }
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
