package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final int capacity;
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        room.acquire();
        add(item);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!room.tryAcquire()) {
            throw new QueueFullException();
        }
        add(item);
    }

    private synchronized void add(T item) {
        unfinished++;
        queue.add(item);
    }

    @Override
    public T get() throws InterruptedException {
        T item = queue.take();
        room.release();
        return item;
    }

    @Override
    public T getNoWait() {
        T item = queue.poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        room.release();
        return item;
    }

    @Override
    public synchronized void taskDone() {
        if (unfinished == 0) {
            throw new IllegalStateException("taskDone called too often");
        }
        unfinished--;
        if (unfinished == 0) {
            notifyAll();
        }
    }

    @Override
    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }

    @Override
    public boolean isFull() {
        return size() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
