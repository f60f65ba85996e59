package lab.kitchen;

import java.util.Objects;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Object[] slots;
    private int first;
    private int count;
    private int pending;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A queue needs room for at least one item");
        }
        slots = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (this) {
            while (count == slots.length) {
                wait();
            }
            enqueue(item);
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (this) {
            if (count == slots.length) {
                throw new QueueFullException();
            }
            enqueue(item);
        }
    }

    @Override
    public synchronized T get() throws InterruptedException {
        while (count == 0) {
            wait();
        }
        return dequeue();
    }

    @Override
    public synchronized T getNoWait() {
        if (count == 0) {
            throw new QueueEmptyException();
        }
        return dequeue();
    }

    private void enqueue(T item) {
        slots[(first + count) % slots.length] = item;
        count++;
        pending++;
        notifyAll();
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        T item = (T) slots[first];
        slots[first] = null;
        first = (first + 1) % slots.length;
        count--;
        notifyAll();
        return item;
    }

    @Override
    public synchronized void taskDone() {
        if (pending == 0) {
            throw new IllegalStateException("no item is unfinished");
        }
        pending--;
        if (pending == 0) {
            notifyAll();
        }
    }

    @Override
    public synchronized void join() throws InterruptedException {
        while (pending > 0) {
            wait();
        }
    }

    @Override
    public synchronized boolean isFull() {
        return count == slots.length;
    }

    @Override
    public synchronized boolean isEmpty() {
        return count == 0;
    }

    @Override
    public synchronized int size() {
        return count;
    }

    @Override
    public int capacity() {
        return slots.length;
    }
}
