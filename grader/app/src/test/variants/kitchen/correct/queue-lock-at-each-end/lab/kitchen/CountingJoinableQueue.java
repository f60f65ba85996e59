package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A ring with a lock at each end, so that a producer and a consumer can work at the same time. */
public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Object putEnd = new Object();
    private final Object takeEnd = new Object();
    private final Object done = new Object();
    private final Semaphore spaces;
    private final Semaphore items = new Semaphore(0);
    private final T[] ring;
    private int tail;
    private int head;
    private int unfinished;

    @SuppressWarnings("unchecked")
    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " is too small");
        }
        ring = (T[]) new Object[capacity];
        spaces = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        spaces.acquire();
        append(item);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!spaces.tryAcquire()) {
            throw new QueueFullException();
        }
        append(item);
    }

    private void append(T item) {
        synchronized (done) {
            unfinished++;
        }
        synchronized (putEnd) {
            ring[tail] = item;
            tail = (tail + 1) % ring.length;
            items.release();
        }
    }

    @Override
    public T get() throws InterruptedException {
        items.acquire();
        return take();
    }

    @Override
    public T getNoWait() {
        if (!items.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return take();
    }

    private T take() {
        T item;
        synchronized (takeEnd) {
            item = ring[head];
            ring[head] = null;
            head = (head + 1) % ring.length;
        }
        spaces.release();
        return item;
    }

    @Override
    public void taskDone() {
        synchronized (done) {
            if (unfinished == 0) {
                throw new IllegalStateException("taskDone without an item");
            }
            unfinished--;
            if (unfinished == 0) {
                done.notifyAll();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (done) {
            while (unfinished > 0) {
                done.wait();
            }
        }
    }

    @Override
    public boolean isFull() {
        return size() == capacity();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return items.availablePermits();
    }

    @Override
    public int capacity() {
        return ring.length;
    }
}
