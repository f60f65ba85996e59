package lab.queue;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final BlockingQueue<T> items;
    private final int capacity;

    public BoundedMessageQueue(int capacity) {
        this.items = new ArrayBlockingQueue<>(capacity);
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        items.put(item);
    }

    @Override
    public T get() throws InterruptedException {
        return items.take();
    }

    @Override
    public void putNoWait(T item) {
        if (!items.offer(item)) {
            throw new QueueFullException();
        }
    }

    @Override
    public T getNoWait() {
        T item = items.poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        return item;
    }

    @Override
    public boolean isFull() {
        return items.remainingCapacity() == 0;
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
