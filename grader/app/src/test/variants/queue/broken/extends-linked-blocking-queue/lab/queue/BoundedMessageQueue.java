package lab.queue;

import java.util.concurrent.LinkedBlockingQueue;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> extends LinkedBlockingQueue<T> implements MessageQueue<T> {
    private static final long serialVersionUID = 1L;
    private final int capacity;

    public BoundedMessageQueue(int capacity) {
        super(capacity);
        this.capacity = capacity;
    }

    @Override
    public T get() throws InterruptedException {
        return take();
    }

    @Override
    public void putNoWait(T item) {
        if (!offer(item)) {
            throw new QueueFullException();
        }
    }

    @Override
    public T getNoWait() {
        T item = poll();
        if (item == null) {
            throw new QueueEmptyException();
        }
        return item;
    }

    @Override
    public boolean isFull() {
        return remainingCapacity() == 0;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
