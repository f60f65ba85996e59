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
        synchronized (BoundedMessageQueue.class) {
            while (length >= max) {
                BoundedMessageQueue.class.wait();
            }
            append(message);
            BoundedMessageQueue.class.notifyAll();
        }
    }

    @Override
    public E get() throws InterruptedException {
        synchronized (BoundedMessageQueue.class) {
            while (length == 0) {
                BoundedMessageQueue.class.wait();
            }
            E message = removeFirst();
            BoundedMessageQueue.class.notifyAll();
            return message;
        }
    }

    @Override
    public void putNoWait(E message) {
        Objects.requireNonNull(message);
        synchronized (BoundedMessageQueue.class) {
            if (length >= max) {
                throw new QueueFullException();
            }
            append(message);
            BoundedMessageQueue.class.notifyAll();
        }
    }

    @Override
    public E getNoWait() {
        synchronized (BoundedMessageQueue.class) {
            if (length == 0) {
                throw new QueueEmptyException();
            }
            E message = removeFirst();
            BoundedMessageQueue.class.notifyAll();
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
        synchronized (BoundedMessageQueue.class) {
            return length >= max;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (BoundedMessageQueue.class) {
            return length == 0;
        }
    }

    @Override
    public int size() {
        synchronized (BoundedMessageQueue.class) {
            return length;
        }
    }

    @Override
    public int capacity() {
        return max;
    }
}
