package lab.queue;

import java.util.Deque;
import java.util.LinkedList;
import java.util.Objects;
import lab.base.Guarded;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public final class BoundedMessageQueue<T> extends Guarded implements MessageQueue<T> {
    private final int capacity;
    private final Deque<T> items = new LinkedList<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        when(() -> items.size() < capacity, () -> items.offerLast(item));
    }

    @Override
    public T get() throws InterruptedException {
        return when(() -> !items.isEmpty(), items::pollFirst);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        ifNow(() -> items.size() < capacity, () -> items.offerLast(item), QueueFullException::new);
    }

    @Override
    public T getNoWait() {
        return ifNow(() -> !items.isEmpty(), items::pollFirst, QueueEmptyException::new);
    }

    @Override
    public boolean isFull() {
        return ask(() -> items.size() == capacity);
    }

    @Override
    public boolean isEmpty() {
        return ask(items::isEmpty);
    }

    @Override
    public int size() {
        return ask(items::size);
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
