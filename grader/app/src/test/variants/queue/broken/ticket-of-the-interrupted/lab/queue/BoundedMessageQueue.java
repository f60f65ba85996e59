package lab.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Whoever came first is served first, on both sides. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();
    private long nextTicket;
    private long nowServing;
    private final Deque<Object> getters = new ArrayDeque<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("bad capacity " + capacity);
        }
        this.capacity = capacity;
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item, "item");
        synchronized (items) {
            long ticket = nextTicket++;
            while (ticket != nowServing || items.size() == capacity) {
                items.wait();
            }
            items.addLast(item);
            nowServing++;
            items.notifyAll();
        }
    }

    @Override
    public T get() throws InterruptedException {
        Object ticket = new Object();
        synchronized (items) {
            getters.addLast(ticket);
            try {
                while (getters.peekFirst() != ticket || items.isEmpty()) {
                    items.wait();
                }
                return items.removeFirst();
            } finally {
                getters.remove(ticket);
                items.notifyAll();
            }
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item, "item");
        synchronized (items) {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.addLast(item);
            items.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (items) {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            T item = items.removeFirst();
            items.notifyAll();
            return item;
        }
    }

    @Override
    public boolean isFull() {
        synchronized (items) {
            return items.size() == capacity;
        }
    }

    @Override
    public boolean isEmpty() {
        synchronized (items) {
            return items.isEmpty();
        }
    }

    @Override
    public int size() {
        synchronized (items) {
            return items.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
