package lab.queue;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Linked nodes with one lock for each end. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Node<T> {
        T item;
        Node<T> next;

        Node(T item) {
            this.item = item;
        }
    }

    private final int capacity;
    private volatile int count;

    private final ReentrantLock putLock = new ReentrantLock();
    private final Condition notFull = putLock.newCondition();
    private Node<T> last = new Node<>(null);

    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private Node<T> head = last;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity < 1: " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        int before;
        putLock.lockInterruptibly();
        try {
            while (count == capacity) {
                notFull.await();
            }
            before = link(item);
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            wakeConsumer();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        int before;
        putLock.lock();
        try {
            if (count == capacity) {
                throw new QueueFullException();
            }
            before = link(item);
        } finally {
            putLock.unlock();
        }
        if (before == 0) {
            wakeConsumer();
        }
    }

    @Override
    public T get() throws InterruptedException {
        T item;
        takeLock.lockInterruptibly();
        try {
            while (count == 0) {
                notEmpty.await();
            }
            item = unlink();
        } finally {
            takeLock.unlock();
        }
        wakeProducer();
        return item;
    }

    @Override
    public T getNoWait() {
        T item;
        takeLock.lock();
        try {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            item = unlink();
        } finally {
            takeLock.unlock();
        }
        wakeProducer();
        return item;
    }

    private int link(T item) {
        Node<T> node = new Node<>(item);
        last.next = node;
        last = node;
        int before = count++;
        if (before + 1 < capacity) {
            notFull.signal();
        }
        return before;
    }

    private T unlink() {
        Node<T> node = head.next;
        T item = node.item;
        node.item = null;
        head = node;
        int before = count--;
        if (before > 1) {
            notEmpty.signal();
        }
        return item;
    }

    private void wakeConsumer() {
        takeLock.lock();
        try {
            notEmpty.signal();
        } finally {
            takeLock.unlock();
        }
    }

    private void wakeProducer() {
        putLock.lock();
        try {
            notFull.signal();
        } finally {
            putLock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        return count == capacity;
    }

    @Override
    public boolean isEmpty() {
        return count == 0;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
