package lab.queue;

import java.util.Objects;
import java.util.concurrent.LinkedBlockingDeque;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final LinkedBlockingDeque<T> deque;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.deque = new LinkedBlockingDeque<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        deque.put(item);
    }

    @Override
    public T get() throws InterruptedException {
        return deque.take();
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        if (!deque.offer(item)) {
            throw new QueueFullException();
        }
    }

    @Override
    public T getNoWait() {
        T item = deque.poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        return item;
    }

    @Override
    public boolean isFull() {
        return deque.remainingCapacity() == 0;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return deque.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
