package lab.queue;

import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Link<T> {
        final T item;
        Link<T> next;

        Link(T item) {
            this.item = item;
        }
    }

    private final int capacity;
    private Link<T> oldest;
    private Link<T> newest;
    private int size;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (size == capacity) {
            wait();
        }
        link(item);
    }

    @Override
    public synchronized void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (size == capacity) {
            throw new QueueFullException();
        }
        link(item);
    }

    private void link(T item) {
        Link<T> link = new Link<>(item);
        if (oldest == null) {
            oldest = link;
        } else {
            newest.next = link;
        }
        newest = link;
        size++;
        notifyAll();
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (oldest == null) {
            wait();
        }
        return unlink();
    }

    @Override
    public synchronized T getNoWait() {
        if (oldest == null) {
            throw new QueueEmptyException();
        }
        return unlink();
    }

    private T unlink() {
        T item = oldest.item;
        oldest = oldest.next;
        if (oldest == null) {
            newest = null;
        }
        size--;
        notifyAll();
        return item;
    }

    @Override
    public synchronized boolean isFull() {
        return size == capacity;
    }

    @Override
    public synchronized boolean isEmpty() {
        return size == 0;
    }

    @Override
    public synchronized int size() {
        return size;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
