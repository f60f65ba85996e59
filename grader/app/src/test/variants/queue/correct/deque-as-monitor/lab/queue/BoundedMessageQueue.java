package lab.queue;

import java.util.ArrayDeque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<E> implements MessageQueue<E> {
    private final ArrayDeque<E> messages = new ArrayDeque<>();
    private final int max;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.max = capacity;
    }

    @Override
    public void put(E message) throws InterruptedException {
        Objects.requireNonNull(message);
        synchronized (messages) {
            while (messages.size() >= max) {
                messages.wait();
            }
            append(message);
            messages.notifyAll();
        }
    }

    @Override
    public E get() throws InterruptedException {
        synchronized (messages) {
            while (messages.size() == 0) {
                messages.wait();
            }
            E message = removeFirst();
            messages.notifyAll();
            return message;
        }
    }

    @Override
    public void putNoWait(E message) {
        Objects.requireNonNull(message);
        synchronized (messages) {
            if (messages.size() >= max) {
                throw new QueueFullException();
            }
            append(message);
            messages.notifyAll();
        }
    }

    @Override
    public E getNoWait() {
        synchronized (messages) {
            if (messages.size() == 0) {
                throw new QueueEmptyException();
            }
            E message = removeFirst();
            messages.notifyAll();
            return message;
        }
    }

    private void append(E message) {
        messages.add(message);
    }

    private E removeFirst() {
        return messages.remove();
    }

    @Override
    public boolean isFull() {
        synchronized (messages) {
            return messages.size() >= max;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (messages) {
            return messages.size() == 0;
        }
    }

    @Override
    public int size() {
        synchronized (messages) {
            return messages.size();
        }
    }

    @Override
    public int capacity() {
        return max;
    }
}
