package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Around a queue of the JDK. */
public final class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final LinkedBlockingQueue<T> items;
    private final int capacity;
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        this.items = new LinkedBlockingQueue<>(capacity);
        this.capacity = capacity;
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (!items.offer(item)) {
            wait();
        }
        unfinished++;
        notifyAll();
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (items.isEmpty()) {
            wait();
        }
        return getNoWait();
    }

    @Override
    public synchronized void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!items.offer(item)) {
            throw new QueueFullException();
        }
        unfinished++;
        notifyAll();
    }

    @Override
    public synchronized T getNoWait() {
        T item = items.poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        notifyAll();
        return item;
    }

    @Override
    public synchronized void taskDone() {
        if (unfinished == 0) {
            throw new IllegalStateException();
        }
        unfinished--;
        notifyAll();
    }

    @Override
    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public boolean isFull() {
        return items.size() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
