package lab.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Messages are handed to parked consumers. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Consumer<T> {
        final Thread thread = Thread.currentThread();
        T item;
    }

    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<Consumer<T>> consumers = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (items) {
            while (!accept(item)) {
                items.wait();
            }
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (items) {
            if (!accept(item)) {
                throw new QueueFullException();
            }
        }
    }

    private boolean accept(T item) {
        Consumer<T> consumer = consumers.pollFirst();
        if (consumer != null) {
            consumer.item = item;
            LockSupport.unpark(consumer.thread);
            return true;
        }
        if (items.size() == capacity) {
            return false;
        }
        items.addLast(item);
        return true;
    }

    @Override
    public T get() throws InterruptedException {
        Consumer<T> me;
        synchronized (items) {
            T item = items.pollFirst();
            if (item != null) {
                items.notifyAll();
                return item;
            }
            me = new Consumer<>();
            consumers.addLast(me);
        }
        while (me.item == null) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                synchronized (items) {
                    if (me.item == null) {
                        consumers.remove(me);
                        throw new InterruptedException();
                    }
                }
                Thread.currentThread().interrupt();
            }
        }
        return me.item;
    }

    @Override
    public T getNoWait() {
        synchronized (items) {
            T item = items.pollFirst();
            if (item == null) {
                throw new QueueEmptyException();
            }
            items.notifyAll();
            return item;
        }
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
        synchronized (items) {
            return items.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
