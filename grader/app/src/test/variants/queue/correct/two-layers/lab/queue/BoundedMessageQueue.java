package lab.queue;

import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Store<T> store;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        store = new MonitorStore<>(capacity);
    }

    private static <T> T some(T item) {
        if (item == null) {
            throw new NullPointerException("message");
        }
        return item;
    }

    @Override
    public void put(T item) throws InterruptedException {
        store.add(some(item), true);
    }

    @Override
    public T get() throws InterruptedException {
        return store.take(true).orElseThrow();
    }

    @Override
    public void putNoWait(T item) {
        boolean added;
        try {
            added = store.add(some(item), false);
        } catch (InterruptedException e) {
            throw new AssertionError("did not wait", e);
        }
        if (!added) {
            throw new QueueFullException();
        }
    }

    @Override
    public T getNoWait() {
        try {
            return store.take(false).orElseThrow(QueueEmptyException::new);
        } catch (InterruptedException e) {
            throw new AssertionError("did not wait", e);
        }
    }

    @Override
    public boolean isFull() {
        return size() == capacity();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return store.size();
    }

    @Override
    public int capacity() {
        return store.limit();
    }
}
