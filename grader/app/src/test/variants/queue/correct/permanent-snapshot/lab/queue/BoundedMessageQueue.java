package lab.queue;

import java.util.Objects;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private record Chain<T>(T head, Chain<T> tail) {
        static <T> Chain<T> reversed(Chain<T> chain) {
            Chain<T> result = null;
            for (Chain<T> c = chain; c != null; c = c.tail) {
                result = new Chain<>(c.head, result);
            }
            return result;
        }
    }

    private record Content<T>(Chain<T> front, Chain<T> back, int size) {
        Content<T> plus(T item) {
            return new Content<>(front, new Chain<>(item, back), size + 1);
        }

        Content<T> turned() {
            return front != null ? this : new Content<>(Chain.reversed(back), null, size);
        }

        T first() {
            return front.head;
        }

        Content<T> rest() {
            return new Content<>(front.tail, back, size - 1);
        }
    }

    private final int capacity;
    private final Object change = new Object();
    private volatile Content<T> content = new Content<>(null, null, 0);

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        synchronized (change) {
            while (content.size == capacity) {
                change.wait();
            }
            replace(content.plus(item));
        }
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        synchronized (change) {
            if (content.size == capacity) {
                throw new QueueFullException();
            }
            replace(content.plus(item));
        }
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (change) {
            while (content.size == 0) {
                change.wait();
            }
            return take();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (change) {
            if (content.size == 0) {
                throw new QueueEmptyException();
            }
            return take();
        }
    }

    private T take() {
        Content<T> turned = content.turned();
        replace(turned.rest());
        return turned.first();
    }

    private void replace(Content<T> next) {
        content = next;
        change.notifyAll();
    }

    @Override
    public boolean isFull() {
        return content.size == capacity;
    }

    @Override
    public boolean isEmpty() {
        return content.size == 0;
    }

    @Override
    public int size() {
        return content.size;
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
