package lab.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<T> list;
    private final int capacity;
    private int start;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity);
        }
        this.capacity = capacity;
        this.list = new ArrayList<>();
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "null messages are not allowed");
        lock.lock();
        try {
            while (size() >= capacity) {
                changed.await();
            }
            list.add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            while (size() == 0) {
                changed.await();
            }
            T item = removeFirst();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "null messages are not allowed");
        lock.lock();
        try {
            if (size() >= capacity) {
                throw new QueueFullException();
            }
            list.add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (size() == 0) {
                throw new QueueEmptyException();
            }
            T item = removeFirst();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    private T removeFirst() {
        T item = list.get(start);
        start++;
        if (start == 16) {
            list.subList(0, start).clear();
            start = 0;
        }
        return item;
    }

    @Override
    public boolean isFull() {
        lock.lock();
        try {
            return size() >= capacity;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        lock.lock();
        try {
            return size() == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return list.size() - start;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
