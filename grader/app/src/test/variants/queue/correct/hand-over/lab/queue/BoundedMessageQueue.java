package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Waiter<T> {
        final Thread thread = Thread.currentThread();
        T item;
        boolean served;
    }

    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final ArrayDeque<Waiter<T>> getters = new ArrayDeque<>();
    private final ArrayDeque<Waiter<T>> putters = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        Waiter<T> self = new Waiter<>();
        synchronized (this) {
            if (offer(item)) {
                return;
            }
            self.item = item;
            putters.add(self);
        }
        await(self, putters);
    }

    @Override
    public T get() throws InterruptedException {
        Waiter<T> self = new Waiter<>();
        synchronized (this) {
            T item = poll();
            if (item != null) {
                return item;
            }
            getters.add(self);
        }
        await(self, getters);
        synchronized (this) {
            return self.item;
        }
    }

    /** An interrupt that comes after the waiter has been served is kept for later. */
    private void await(Waiter<T> self, ArrayDeque<Waiter<T>> line) throws InterruptedException {
        boolean interrupted = false;
        while (true) {
            synchronized (this) {
                if (self.served) {
                    break;
                }
                if (interrupted) {
                    line.remove(self);
                    throw new InterruptedException();
                }
            }
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean offer(T item) {
        Waiter<T> getter = getters.poll();
        if (getter != null) {
            getter.item = item;
            serve(getter);
            return true;
        }
        return items.size() < capacity && items.add(item);
    }

    private T poll() {
        T item = items.poll();
        Waiter<T> putter = item == null ? null : putters.poll();
        if (putter != null) {
            items.add(putter.item);
            putter.item = null;
            serve(putter);
        }
        return item;
    }

    private void serve(Waiter<T> waiter) {
        waiter.served = true;
        LockSupport.unpark(waiter.thread);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (this) {
            if (!offer(item)) {
                throw new QueueFullException();
            }
        }
    }

    @Override
    public synchronized T getNoWait() {
        T item = poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        return item;
    }

    @Override
    public synchronized boolean isFull() {
        return items.size() == capacity;
    }

    @Override
    public synchronized boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public synchronized int size() {
        return items.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
