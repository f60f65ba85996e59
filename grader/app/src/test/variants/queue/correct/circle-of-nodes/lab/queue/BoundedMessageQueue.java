package lab.queue;

import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<E> implements MessageQueue<E> {
    private static class Node<E> {
        private E message;
        private Node<E> next;
    }

    private final Object guard = new Object();
    private final int max;
    private Node<E> reader;
    private Node<E> writer;
    private int length;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException();
        }
        this.max = capacity;
        Node<E> start = new Node<>();
        Node<E> node = start;
        for (int i = 1; i < capacity; i++) {
            node.next = new Node<>();
            node = node.next;
        }
        node.next = start;
        reader = start;
        writer = start;
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
        writer.message = message;
        writer = writer.next;
        length++;
    }

    private E removeFirst() {
        E message = reader.message;
        reader.message = null;
        reader = reader.next;
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
