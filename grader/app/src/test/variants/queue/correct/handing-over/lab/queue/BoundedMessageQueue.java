package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Messages are handed to waiting consumers, and waiting producers' messages are let in, in the order of arrival. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final class Waiter {
        final Condition ready = lock.newCondition();
        T item;
        boolean done;

        Waiter(T item) {
            this.item = item;
        }

        void finish() {
            done = true;
            ready.signal();
        }
    }

    private final Lock lock = new ReentrantLock();
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final ArrayDeque<Waiter> producers = new ArrayDeque<>();
    private final ArrayDeque<Waiter> consumers = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            if (!accept(item)) {
                Waiter me = new Waiter(item);
                producers.addLast(me);
                await(me, producers);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            T item = release();
            if (item == null) {
                Waiter me = new Waiter(null);
                consumers.addLast(me);
                await(me, consumers);
                item = me.item;
            }
            return item;
        } finally {
            lock.unlock();
        }
    }

    private void await(Waiter me, ArrayDeque<Waiter> line) throws InterruptedException {
        try {
            while (!me.done) {
                me.ready.await();
            }
        } catch (InterruptedException e) {
            if (!me.done) {
                line.remove(me);
                throw e;
            }
            Thread.currentThread().interrupt();
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
        Waiter consumer = consumers.pollFirst();
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
            Waiter producer = producers.pollFirst();
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
