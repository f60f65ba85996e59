package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A ring of slots with permits for room and for items, and a count under a monitor that never waits with another held. */
public final class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Object[] ring;
    private final Semaphore room;
    private final Semaphore there = new Semaphore(0);
    private final Object monitor = new Object();
    private int head;
    private int held;
    private int open;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        ring = new Object[capacity];
        room = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        add(item);
    }

    @Override
    public T get() throws InterruptedException {
        there.acquire();
        return remove();
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!room.tryAcquire()) {
            throw new QueueFullException();
        }
        add(item);
    }

    @Override
    public T getNoWait() {
        if (!there.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return remove();
    }

    private void add(T item) {
        synchronized (monitor) {
            ring[(head + held) % ring.length] = item;
            held++;
            open++;
            there.release();
        }
    }

    @SuppressWarnings("unchecked")
    private T remove() {
        synchronized (monitor) {
            T item = (T) ring[head];
            ring[head] = null;
            head = (head + 1) % ring.length;
            held--;
            room.release();
            return item;
        }
    }

    @Override
    public void taskDone() {
        synchronized (monitor) {
            if (open == 0) {
                throw new IllegalStateException();
            }
            open--;
            if (open == 0) {
                monitor.notifyAll();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (monitor) {
            while (open > 0) {
                monitor.wait();
            }
        }
    }

    @Override
    public boolean isFull() {
        return size() == ring.length;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        synchronized (monitor) {
            return held;
        }
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
