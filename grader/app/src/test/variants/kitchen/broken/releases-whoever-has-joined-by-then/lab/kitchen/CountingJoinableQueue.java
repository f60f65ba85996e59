package lab.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<T> items = new ArrayList<>();
    private final int capacity;

    private final AtomicLong unfinished = new AtomicLong();
    private final List<CountDownLatch> joiners = new ArrayList<>();     // guarded by joiners

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
        long left = unfinished.updateAndGet(n -> {
            if (n == 0) {
                throw new IllegalStateException("taskDone too often");
            }
            return n - 1;
        });
        if (left == 0) {
            synchronized (joiners) {
                for (CountDownLatch joiner : joiners) {
                    joiner.countDown();
                }
                joiners.clear();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (joiners) {
            if (unfinished.get() == 0) {
                return;
            }
            joiners.add(latch);
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            synchronized (joiners) {
                joiners.remove(latch);
            }
            throw e;
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
