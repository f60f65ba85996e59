package lab.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition roomMade = lock.newCondition();
    private final Condition itemAdded = lock.newCondition();
    private final Deque<T> messages = new ArrayDeque<>();
    private final int capacity;

    public BoundedMessageQueue(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity is " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            while (messages.size() >= capacity) {
                roomMade.await();
            }
            messages.add(item);
            itemAdded.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            while (messages.isEmpty()) {
                itemAdded.await();
            }
            T message = messages.remove();
            roomMade.signal();
            return message;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (messages.size() >= capacity) {
                throw new QueueFullException();
            }
            messages.add(item);
            itemAdded.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (messages.isEmpty()) {
                throw new QueueEmptyException();
            }
            T message = messages.remove();
            roomMade.signal();
            return message;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        return size() >= capacity;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return messages.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
