package lab.queue;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import lab.util.Mailbox;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Semaphore places;
    private final Semaphore messages = new Semaphore(0);
    private final Mailbox<T> box = new Mailbox<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.places = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        places.acquire();
        box.drop(item);
        messages.release();
    }

    @Override
    public T get() throws InterruptedException {
        messages.acquire();
        T item = box.pick();
        places.release();
        return item;
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!places.tryAcquire()) {
            throw new QueueFullException();
        }
        box.drop(item);
        messages.release();
    }

    @Override
    public T getNoWait() {
        if (!messages.tryAcquire()) {
            throw new QueueEmptyException();
        }
        T item = box.pick();
        places.release();
        return item;
    }

    @Override
    public boolean isFull() {
        return size() == capacity;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return messages.availablePermits();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
