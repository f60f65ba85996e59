package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private static final class Node<T> {
        private T item;
        private Node<T> next;

        Node(T item) {
            this.item = item;
        }
    }

    private final int capacity;
    private final Lock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private Node<T> head = new Node<>(null);
    private Node<T> tail = head;
    private int size;
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be positive");
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            while (size >= capacity) {
                changed.await();
            }
            link(item);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (size >= capacity) {
                throw new QueueFullException();
            }
            link(item);
        } finally {
            lock.unlock();
        }
    }

    private void link(T item) {
        tail.next = new Node<>(item);
        tail = tail.next;
        size++;
        unfinished++;
        changed.signalAll();
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            while (size == 0) {
                changed.await();
            }
            return unlink();
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
            return unlink();
        } finally {
            lock.unlock();
        }
    }

    private T unlink() {
        head = head.next;
        T item = head.item;
        head.item = null;
        size--;
        changed.signalAll();
        return item;
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (unfinished <= 0) {
                throw new IllegalStateException("There is no unfinished item");
            }
            unfinished--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lock();
        try {
            while (unfinished != 0) {
                changed.await();
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
