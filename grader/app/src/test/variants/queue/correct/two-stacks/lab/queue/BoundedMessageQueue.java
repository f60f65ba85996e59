package lab.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<E> implements MessageQueue<E> {
    private final Object guard = new Object();
    private final int max;
    private final List<E> incoming = new ArrayList<>();
    private final List<E> outgoing = new ArrayList<>();
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
        incoming.add(message);
        length++;
    }

    private E removeFirst() {
        if (outgoing.isEmpty()) {
            for (int i = incoming.size() - 1; i >= 0; i--) {
                outgoing.add(incoming.remove(i));
            }
        }
        length--;
        return outgoing.remove(outgoing.size() - 1);
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
