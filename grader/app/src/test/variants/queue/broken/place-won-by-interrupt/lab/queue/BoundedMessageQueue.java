package lab.queue;

import java.util.LinkedList;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int limit;
    private final Queue<T> messages = new LinkedList<>();
    private final Semaphore free;
    private final Semaphore used;
    private final Semaphore mutex;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A queue holds at least one message, not " + capacity);
        }
        limit = capacity;
        free = new Semaphore(capacity);
        used = new Semaphore(0);
        mutex = new Semaphore(1);
    }

    @Override
    public void put(T item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException("item");
        }
        boolean added = false;
        try {
            free.acquire();
            add(item);
            added = true;
        } finally {
            if (!added) {
                free.release();
            }
        }
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
        mutex.acquireUninterruptibly();
        try {
            messages.add(item);
        } finally {
            mutex.release();
        }
        used.release();
    }

    private T take() {
        T item;
        mutex.acquireUninterruptibly();
        try {
            item = messages.remove();
        } finally {
            mutex.release();
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
        mutex.acquireUninterruptibly();
        try {
            return messages.size();
        } finally {
            mutex.release();
        }
    }

    @Override
    public int capacity() {
        return limit;
    }
}
