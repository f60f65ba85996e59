package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Messages are handed to waiting consumers, and waiting producers' messages are let in, in the order of arrival. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Waiter<T> {
        final Semaphore ready = new Semaphore(0);
        T item;

        Waiter(T item) {
            this.item = item;
        }

        void finish() {
            ready.release();
        }
    }

    private final Lock lock = new ReentrantLock();
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final ArrayDeque<Waiter<T>> producers = new ArrayDeque<>();
    private final ArrayDeque<Waiter<T>> consumers = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        Waiter<T> me = new Waiter<>(item);
        lock.lock();
        try {
            if (accept(item)) {
                return;
            }
            producers.addLast(me);
        } finally {
            lock.unlock();
        }
        await(me, producers);
    }

    public T get() throws InterruptedException {
        Waiter<T> me = new Waiter<>(null);
        lock.lock();
        try {
            T item = release();
            if (item != null) {
                return item;
            }
            consumers.addLast(me);
        } finally {
            lock.unlock();
        }
        await(me, consumers);
        return me.item;
    }

    private void await(Waiter<T> me, ArrayDeque<Waiter<T>> line) throws InterruptedException {
        try {
            me.ready.acquire();
        } catch (InterruptedException e) {
            lock.lock();
            try {
                line.remove(me);
            } finally {
                lock.unlock();
            }
            throw e;
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (!accept(item)) {
                throw new QueueFullException();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            T item = release();
            if (item == null) {
                throw new QueueEmptyException();
            }
            return item;
        } finally {
            lock.unlock();
        }
    }

    private boolean accept(T item) {
        Waiter<T> consumer = consumers.pollFirst();
        if (consumer != null) {
            consumer.item = item;
            consumer.finish();
            return true;
        }
        if (items.size() == capacity) {
            return false;
        }
        items.addLast(item);
        return true;
    }

    private T release() {
        T item = items.pollFirst();
        if (item != null) {
            Waiter<T> producer = producers.pollFirst();
            if (producer != null) {
                items.addLast(producer.item);
                producer.finish();
            }
        }
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
}
