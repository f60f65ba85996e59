package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Semaphore spaces;
    private final Semaphore filled = new Semaphore(0);
    private final Semaphore mutex = new Semaphore(1);
    private final ArrayDeque<T> items = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
        this.spaces = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        spaces.acquire();
        add(item);
    }

    @Override
    public T get() throws InterruptedException {
        filled.acquire();
        return take();
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!spaces.tryAcquire()) {
            throw new QueueFullException();
        }
        add(item);
    }

    @Override
    public T getNoWait() {
        if (!filled.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return take();
    }

    private void add(T item) {
        mutex.acquireUninterruptibly();
        items.add(item);
        mutex.release();
        filled.release();
    }

    private T take() {
        mutex.acquireUninterruptibly();
        T item = items.remove();
        mutex.release();
        spaces.release();
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
        mutex.acquireUninterruptibly();
        try {
            return items.size();
        } finally {
            mutex.release();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
