package lab.queue;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<E> implements MessageQueue<E> {
    private final Object guard = new Object();
    private final int max;
    private final Map<Long, E> messages = new ConcurrentHashMap<>();
    private long first;
    private long last;
    private int length;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.max = capacity;
    }

    @Override
    public void put(E message) throws InterruptedException {
        Objects.requireNonNull(message);
        synchronized (guard) {
            while (length >= max) {
                guard.wait();
            }
            append(message);
            guard.notifyAll();
        }
    }

    @Override
    public E get() throws InterruptedException {
        synchronized (guard) {
            while (length == 0) {
                guard.wait();
            }
            E message = removeFirst();
            guard.notifyAll();
            return message;
        }
    }

    @Override
    public void putNoWait(E message) {
        Objects.requireNonNull(message);
        synchronized (guard) {
            if (length >= max) {
                throw new QueueFullException();
            }
            append(message);
            guard.notifyAll();
        }
    }

    @Override
    public E getNoWait() {
        synchronized (guard) {
            if (length == 0) {
                throw new QueueEmptyException();
            }
            E message = removeFirst();
            guard.notifyAll();
            return message;
        }
    }

    private void append(E message) {
        messages.put(last++, message);
        length++;
    }

    private E removeFirst() {
        length--;
        return messages.remove(first++);
    }

    @Override
    public boolean isFull() {
        synchronized (guard) {
            return length >= max;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (guard) {
            return length == 0;
        }
    }

    @Override
    public int size() {
        synchronized (guard) {
            return length;
        }
    }

    @Override
    public int capacity() {
        return max;
    }
}
