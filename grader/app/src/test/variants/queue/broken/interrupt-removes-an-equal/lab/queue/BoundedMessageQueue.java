package lab.queue;

import java.util.LinkedList;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Messages that find the queue full wait in a second list and move up in their order. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final LinkedList<T> inside = new LinkedList<>();
    private final LinkedList<T> outside = new LinkedList<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (inside) {
            if (inside.size() < capacity) {
                inside.addLast(item);
                inside.notifyAll();
                return;
            }
            outside.addLast(item);
            try {
                while (isOutside(item)) {
                    inside.wait();
                }
            } catch (InterruptedException e) {
                if (!isOutside(item)) {
                    Thread.currentThread().interrupt();
                    return;
                }
                outside.remove(item);
                inside.notifyAll();
                throw e;
            }
        }
    }

    private boolean isOutside(T item) {
        for (T other : outside) {
            if (other == item) {
                return true;
            }
        }
        return false;
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (inside) {
            while (inside.isEmpty()) {
                inside.wait();
            }
            return takeFirst();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (inside) {
            if (inside.size() == capacity) {
                throw new QueueFullException();
            }
            inside.addLast(item);
            inside.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (inside) {
            if (inside.isEmpty()) {
                throw new QueueEmptyException();
            }
            return takeFirst();
        }
    }

    private T takeFirst() {
        T item = inside.removeFirst();
        if (!outside.isEmpty()) {
            inside.addLast(outside.removeFirst());
        }
        inside.notifyAll();
        return item;
    }

    @Override
    public boolean isFull() {
        return size() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        synchronized (inside) {
            return inside.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
