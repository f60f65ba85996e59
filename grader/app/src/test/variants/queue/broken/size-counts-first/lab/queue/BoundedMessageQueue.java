package lab.queue;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private static final class Node<T> {
        T item;
        Node<T> next;

        Node(T item) {
            this.item = item;
        }
    }

    private final int capacity;
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock takeLock = new ReentrantLock();
    private final Condition notEmpty = takeLock.newCondition();
    private final ReentrantLock putLock = new ReentrantLock();
    private final Condition notFull = putLock.newCondition();
    private Node<T> head = new Node<>(null);
    private Node<T> last = head;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
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
            signalNotEmpty();
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
            signalNotEmpty();
        }
    }

    private int enqueue(T item) {
        int before = count.getAndIncrement();
        last.next = new Node<>(item);
        last = last.next;
        if (before + 1 < capacity) {
            notFull.signal();
        }
        return before;
    }

    @Override
    public T get() throws InterruptedException {
        T item;
        int[] before = new int[1];
        takeLock.lockInterruptibly();
        try {
            while (count.get() == 0) {
                notEmpty.await();
            }
            item = dequeue(before);
        } finally {
            takeLock.unlock();
        }
        if (before[0] == capacity) {
            signalNotFull();
        }
        return item;
    }

    @Override
    public T getNoWait() {
        T item;
        int[] before = new int[1];
        takeLock.lock();
        try {
            if (count.get() == 0) {
                throw new QueueEmptyException();
            }
            item = dequeue(before);
        } finally {
            takeLock.unlock();
        }
        if (before[0] == capacity) {
            signalNotFull();
        }
        return item;
    }

    private T dequeue(int[] before) {
        Node<T> first = head.next;
        head.next = head;
        head = first;
        T item = first.item;
        first.item = null;
        before[0] = count.getAndDecrement();
        if (before[0] > 1) {
            notEmpty.signal();
        }
        return item;
    }

    private void signalNotEmpty() {
        takeLock.lock();
        try {
            notEmpty.signal();
        } finally {
            takeLock.unlock();
        }
    }

    private void signalNotFull() {
        putLock.lock();
        try {
            notFull.signal();
        } finally {
            putLock.unlock();
        }
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
}
