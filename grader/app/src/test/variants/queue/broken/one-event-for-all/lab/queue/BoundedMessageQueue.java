package lab.queue;

import java.util.Objects;
import java.util.concurrent.Semaphore;
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
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore left = new Semaphore(0);

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.max = capacity;
    }

    public void put(E message) throws InterruptedException {
        Objects.requireNonNull(message);
        while (true) {
            synchronized (guard) {
                if (length < max) {
                    append(message);
                    announce(arrived);
                    return;
                }
            }
            left.acquire();
        }
    }

    public E get() throws InterruptedException {
        while (true) {
            synchronized (guard) {
                if (length > 0) {
                    E message = removeFirst();
                    announce(left);
                    return message;
                }
            }
            arrived.acquire();
        }
    }

    private void announce(Semaphore event) {
        if (event.availablePermits() == 0) {
            event.release();
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
            announce(arrived);
        }
    }

    @Override
    public E getNoWait() {
        synchronized (guard) {
            if (length == 0) {
                throw new QueueEmptyException();
            }
            E message = removeFirst();
            announce(left);
            return message;
        }
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
