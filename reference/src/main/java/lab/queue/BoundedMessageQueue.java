package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/**
 * A queue in which producers wait for {@link #notFull} and consumers for {@link #notEmpty}. One item makes one consumer
 * go on and one gap one producer, and nobody else waits for that condition, so {@code signal} is enough.
 *
 * @param <T> what a message is
 */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final int capacity;

    /** Guarded by {@link #lock}. */
    private final Queue<T> items = new ArrayDeque<>();

    /**
     * Makes an empty queue.
     *
     * @param capacity how many messages it holds at most
     */
    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is below one");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        lock.lockInterruptibly();
        try {
            while (items.size() == capacity) {
                notFull.await();
            }
            add(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (items.isEmpty()) {
                notEmpty.await();
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        lock.lock();
        try {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            add(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            return take();
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            return items.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }

    /** Holding {@link #lock}, with room. */
    private void add(T item) {
        items.add(item);
        notEmpty.signal();
    }

    /** Holding {@link #lock}, with something there. */
    private T take() {
        T item = items.remove();
        notFull.signal();
        return item;
    }
}
