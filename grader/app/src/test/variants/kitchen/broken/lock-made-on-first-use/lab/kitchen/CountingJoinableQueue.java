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
    private Object lock;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A queue needs room for at least one item");
        }
        slots = new Object[capacity];
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (lock()) {
            while (count == slots.length) {
                lock().wait();
            }
            enqueue(item);
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (lock()) {
            if (count == slots.length) {
                throw new QueueFullException();
            }
            enqueue(item);
        }
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (lock()) {
            while (count == 0) {
                lock().wait();
            }
            return dequeue();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (lock()) {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            return dequeue();
        }
    }

    private Object lock() {
        if (lock == null) {
            lock = new Object();
        }
        return lock;
    }

    private void enqueue(T item) {
        slots[(first + count) % slots.length] = item;
        count++;
        pending++;
        lock().notifyAll();
    }

    @SuppressWarnings("unchecked")
    private T dequeue() {
        T item = (T) slots[first];
        slots[first] = null;
        first = (first + 1) % slots.length;
        count--;
        lock().notifyAll();
        return item;
    }

    @Override
    public void taskDone() {
        synchronized (lock()) {
            if (pending == 0) {
                throw new IllegalStateException("no item is unfinished");
            }
            pending--;
            if (pending == 0) {
                lock().notifyAll();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (lock()) {
            while (pending > 0) {
                lock().wait();
            }
        }
    }

    @Override
    public boolean isFull() {
        return size() == slots.length;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        synchronized (lock()) {
            return count;
        }
    }

    @Override
    public int capacity() {
        return slots.length;
    }
}
