package lab.kitchen;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Semaphores only: spaces and items are counted, mutex guards the list, and each joiner waits for a permit of its own. */
public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final int capacity;
    private final Semaphore spaces;
    private final Semaphore items = new Semaphore(0);
    private final Semaphore mutex = new Semaphore(1);
    private final Queue<T> list = new LinkedList<>();
    private final List<Semaphore> joiners = new ArrayList<>();
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity);
        }
        this.capacity = capacity;
        this.spaces = new Semaphore(capacity);
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
        mutex.acquireUninterruptibly();
        try {
            list.add(item);
            unfinished++;
        } finally {
            mutex.release();
        }
        items.release();
    }

    @Override
    public T get() throws InterruptedException {
        items.acquire();
        mutex.acquire();
        T item = list.remove();
        mutex.release();
        spaces.release();
        return item;
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
        mutex.acquireUninterruptibly();
        try {
            item = list.remove();
        } finally {
            mutex.release();
        }
        spaces.release();
        return item;
    }

    @Override
    public void taskDone() {
        mutex.acquireUninterruptibly();
        try {
            if (unfinished == 0) {
                throw new IllegalStateException("every item is done already");
            }
            unfinished--;
            if (unfinished == 0) {
                joiners.forEach(Semaphore::release);
                joiners.clear();
            }
        } finally {
            mutex.release();
        }
    }

    @Override
    public void join() throws InterruptedException {
        Semaphore own = new Semaphore(0);
        mutex.acquireUninterruptibly();
        try {
            if (unfinished == 0) {
                return;
            }
            joiners.add(own);
        } finally {
            mutex.release();
        }
        try {
            own.acquire();
        } catch (InterruptedException e) {
            mutex.acquireUninterruptibly();
            joiners.remove(own);
            mutex.release();
            throw e;
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
        mutex.acquireUninterruptibly();
        try {
            return list.size();
        } finally {
            mutex.release();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
