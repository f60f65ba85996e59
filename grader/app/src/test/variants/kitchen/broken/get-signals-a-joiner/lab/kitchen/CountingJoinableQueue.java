package lab.kitchen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition(); // for those who put and those who join
    private final Condition somethingThere = lock.newCondition();
    private final Deque<T> deque = new ArrayDeque<>();
    private final int capacity;
    private long pending;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Capacity has to be positive");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        lock.lock();
        try {
            while (deque.size() == capacity) {
                progress.await();
            }
            enter(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (deque.size() == capacity) {
                throw new QueueFullException();
            }
            enter(item);
        } finally {
            lock.unlock();
        }
    }

    private void enter(T item) {
        deque.offerLast(item);
        pending++;
        somethingThere.signal();
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            T item;
            while ((item = deque.pollFirst()) == null) {
                somethingThere.await();
            }
            progress.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            T item = deque.pollFirst();
            if (item == null) {
                throw new QueueEmptyException();
            }
            progress.signal();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (pending == 0) {
                throw new IllegalStateException("taskDone without a task");
            }
            pending--;
            if (pending == 0) {
                progress.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lock();
        try {
            while (pending != 0) {
                progress.await();
            }
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            return deque.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
