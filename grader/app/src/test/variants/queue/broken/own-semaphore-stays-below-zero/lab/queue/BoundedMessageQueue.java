package lab.queue;

import java.util.LinkedList;
import java.util.Queue;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int limit;
    private final Queue<T> messages = new LinkedList<>();
    private final Permits free;
    private final Permits used;
    private final Object mutex;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A queue holds at least one message, not " + capacity);
        }
        limit = capacity;
        free = new Permits(capacity);
        used = new Permits(0);
        mutex = new Object();
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        free.acquire();
        add(item);
    }

    @Override
    public T get() throws InterruptedException {
        used.acquire();
        return take();
    }

    @Override
    public void putNoWait(T item) {
        if (item == null) {
            throw new NullPointerException("item");
        }
        if (!free.tryAcquire()) {
            throw new QueueFullException();
        }
        add(item);
    }

    @Override
    public T getNoWait() {
        if (!used.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return take();
    }

    private void add(T item) {
        synchronized (mutex) {
            messages.add(item);
        }
        used.release();
    }

    private T take() {
        T item;
        synchronized (mutex) {
            item = messages.remove();
        }
        free.release();
        return item;
    }

    @Override
    public boolean isFull() {
        return size() == limit;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        synchronized (mutex) {
            return messages.size();
        }
    }

    @Override
    public int capacity() {
        return limit;
    }
}
