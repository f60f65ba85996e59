package lab.queue;

import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<E> implements MessageQueue<E> {
    private static class Node<E> {
        private final E message;
        private Node<E> next;

        Node(E message) {
            this.message = message;
        }
    }

    private final Object guard = new Object();
    private final int max;
    private Node<E> first;
    private Node<E> last;
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
            while (contains(message)) {
                guard.wait();
            }
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

    private boolean contains(E message) {
        for (Node<E> n = first; n != null; n = n.next) {
            if (n.message == message) {
                return true;
            }
        }
        return false;
    }

    private void append(E message) {
        Node<E> node = new Node<>(message);
        if (last == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
        length++;
    }

    private E removeFirst() {
        E message = first.message;
        first = first.next;
        if (first == null) {
            last = null;
        }
        length--;
        return message;
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
