package lab.queue;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final BlockingQueue<T> queue;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        queue.put(item);
    }

    @Override
    public T get() throws InterruptedException {
        return queue.take();
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!queue.offer(item)) {
            throw new QueueFullException();
        }
    }

    @Override
    public T getNoWait() {
        T item = queue.poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        return item;
    }

    @Override
    public boolean isFull() {
        return queue.remainingCapacity() == 0;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
