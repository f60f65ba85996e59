package lab.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition finished = lock.newCondition();
    private final List<T> items = new ArrayList<>();
    private final int capacity;

    private final AtomicLong unfinished = new AtomicLong();

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            while (items.size() == capacity) {
                changed.await();
            }
            unfinished.incrementAndGet();
            items.add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            unfinished.incrementAndGet();
            items.add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (items.isEmpty()) {
                changed.await();
            }
            changed.signalAll();
            return items.remove(0);
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
            changed.signalAll();
            return items.remove(0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskDone() {
        long left = unfinished.decrementAndGet();
        if (left < 0) {
            unfinished.incrementAndGet();
            throw new IllegalStateException("taskDone too often");
        }
        if (left == 0) {
            lock.lock();
            try {
                finished.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (unfinished.get() > 0) {
                finished.await();
            }
        } finally {
            lock.unlock();
        }
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
    public boolean isFull() {
        return size() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
