package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private static final class Node<T> {
        T item;
        Node<T> next;

        Node(T item) {
            this.item = item;
        }
    }

    private final int capacity;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong unfinished = new AtomicLong();
    private Node<T> head = new Node<>(null); // guarded by takeLock
    private Node<T> last = head; // guarded by putLock
    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private final ReentrantLock putLock = new ReentrantLock();
    private final Condition notFull = putLock.newCondition();
    private final ReentrantLock doneLock = new ReentrantLock();
    private final Condition done = doneLock.newCondition();

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(String.valueOf(capacity));
        }
        this.capacity = capacity;
    }

    private static void poke(ReentrantLock lock, Condition condition) {
        lock.lock();
        try {
            condition.signal();
        } finally {
            lock.unlock();
        }
    }

    /** With putLock held and room: returns the count before. */
    private int enqueue(T item) {
        last = last.next = new Node<>(item);
        unfinished.incrementAndGet();
        int before = count.getAndIncrement();
        if (before + 1 < capacity) {
            notFull.signal();
        }
        return before;
    }

    /** With takeLock held and something there. */
    private T dequeue() {
        Node<T> first = head.next;
        head.next = null;
        head = first;
        T item = first.item;
        first.item = null;
        return item;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        int before;
        putLock.lockInterruptibly();
        try {
            while (count.get() == capacity) {
                notFull.await();
            }
            before = enqueue(item);
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            poke(takeLock, notEmpty);
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        int before;
        putLock.lock();
        try {
            if (count.get() == capacity) {
                throw new QueueFullException();
            }
            before = enqueue(item);
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            poke(takeLock, notEmpty);
        }
    }

    @Override
    public T get() throws InterruptedException {
        T item;
        int before;
        takeLock.lockInterruptibly();
        try {
            while (count.get() == 0) {
                notEmpty.await();
            }
            item = dequeue();
            before = count.getAndDecrement();
            if (before > 1) {
                notEmpty.signal();
            }
        } finally {
            takeLock.unlock();
        }
        if (before == capacity) {
            poke(putLock, notFull);
        }
        return item;
    }

    @Override
    public T getNoWait() {
        T item;
        int before;
        takeLock.lock();
        try {
            if (count.get() == 0) {
                throw new QueueEmptyException();
            }
            item = dequeue();
            before = count.getAndDecrement();
            if (before > 1) {
                notEmpty.signal();
            }
        } finally {
            takeLock.unlock();
        }
        if (before == capacity) {
            poke(putLock, notFull);
        }
        return item;
    }

    @Override
    public boolean isFull() {
        return count.get() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return count.get() == 0;
    }

    @Override
    public int size() {
        return count.get();
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void taskDone() {
        long before = unfinished.getAndUpdate(n -> n == 0 ? 0 : n - 1);
        if (before == 0) {
            throw new IllegalStateException("taskDone without put");
        }
        if (before == 1) {
            doneLock.lock();
            try {
                done.signalAll();
            } finally {
                doneLock.unlock();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        doneLock.lockInterruptibly();
        try {
            while (unfinished.get() != 0) {
                done.await();
            }
        } finally {
            doneLock.unlock();
        }
    }
}
