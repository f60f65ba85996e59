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
    private static final Lock LOCK = new ReentrantLock();
    private final Condition changed = LOCK.newCondition();
    private final List<T> list;
    private final int capacity;

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
        LOCK.lock();
        try {
            while (list.size() >= capacity) {
                changed.await();
            }
            list.add(item);
            changed.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        LOCK.lock();
        try {
            while (list.isEmpty()) {
                changed.await();
            }
            T item = list.remove(0);
            changed.signalAll();
            return item;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "null messages are not allowed");
        LOCK.lock();
        try {
            if (list.size() >= capacity) {
                throw new QueueFullException();
            }
            list.add(item);
            changed.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public T getNoWait() {
        LOCK.lock();
        try {
            if (list.isEmpty()) {
                throw new QueueEmptyException();
            }
            T item = list.remove(0);
            changed.signalAll();
            return item;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public boolean isFull() {
        LOCK.lock();
        try {
            return list.size() >= capacity;
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        LOCK.lock();
        try {
            return list.isEmpty();
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public int size() {
        LOCK.lock();
        try {
            return list.size();
        } finally {
            LOCK.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
