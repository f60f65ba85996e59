package lab.queue;

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
    private static final int LENGTH = 8;

    private static final class Chunk {
        final Object[] slots = new Object[LENGTH];
        Chunk next;
    }

    private Chunk first = new Chunk();
    private Chunk last = first;
    private int read;
    private int write;
    private int size;
    private final int capacity;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "null messages are not allowed");
        lock.lock();
        try {
            while (size >= capacity) {
                changed.await();
            }
            add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            while (size == 0) {
                changed.await();
            }
            T item = remove();
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
            if (size >= capacity) {
                throw new QueueFullException();
            }
            add(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (size == 0) {
                throw new QueueEmptyException();
            }
            T item = remove();
            changed.signalAll();
            return item;
        } finally {
            lock.unlock();
        }
    }

    private void add(T item) {
        if (write == LENGTH) {
            last.next = new Chunk();
            last = last.next;
            write = 0;
        }
        last.slots[write++] = item;
        size++;
    }

    @SuppressWarnings("unchecked")
    private T remove() {
        if (read == LENGTH) {
            first = first.next;
            read = 0;
        }
        T item = (T) first.slots[read];
        first.slots[read++] = null;
        size--;
        return item;
    }

    @Override
    public boolean isFull() {
        lock.lock();
        try {
            return size >= capacity;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEmpty() {
        lock.lock();
        try {
            return size == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
