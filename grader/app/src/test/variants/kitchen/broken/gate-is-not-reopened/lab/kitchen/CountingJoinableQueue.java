package lab.kitchen;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** The gate is shut while items are unfinished; a joiner has to get through it. */
public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final int capacity;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final Semaphore gate = new Semaphore(1);
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity < 1");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (items) {
            while (items.size() == capacity) {
                items.wait();
            }
            add(item);
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (items) {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            add(item);
        }
    }

    private void add(T item) {
        if (unfinished == 0) {
            gate.tryAcquire();
        }
        unfinished++;
        items.add(item);
        items.notifyAll();
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (items) {
            while (items.isEmpty()) {
                items.wait();
            }
            items.notifyAll();
            return items.remove();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (items) {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            items.notifyAll();
            return items.remove();
        }
    }

    @Override
    public void taskDone() {
        synchronized (items) {
            if (unfinished == 0) {
                throw new IllegalStateException("too many taskDone calls");
            }
            if (--unfinished == 0) {
                gate.release();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        gate.acquire();
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
