package lab.kitchen;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue guarded by one lock, with a condition for each reason to wait. */
public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final Condition notFull = lock.newCondition();
    private final Condition allDone = lock.newCondition();
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final int capacity;
    private int unfinished;
    private boolean done;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1 but is " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        lock.lockInterruptibly();
        try {
            while (items.size() == capacity) {
                notFull.await();
            }
            add(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        lock.lock();
        try {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            add(item);
        } finally {
            lock.unlock();
        }
    }

    private void add(T item) {
        items.addLast(item);
        unfinished++;
        notEmpty.signal();
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (items.isEmpty()) {
                notEmpty.await();
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    private T remove() {
        T item = items.removeFirst();
        notFull.signal();
        return item;
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (unfinished == 0) {
                throw new IllegalStateException("taskDone called more often than items were put");
            }
            unfinished--;
            if (unfinished == 0) {
                done = true;
                allDone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished > 0 && !done) {
                allDone.await();
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
            return items.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
