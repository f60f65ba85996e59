package lab.queue;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue. */
public final class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final Lock lock = new ReentrantLock(true);
    private final Condition room = lock.newCondition();
    private final Condition item = lock.newCondition();
    private final Object[] slots;
    private int first;
    private int count;
    private volatile int size;

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        slots = new Object[capacity];
    }

    @Override
    public void put(T added) throws InterruptedException {
        Objects.requireNonNull(added);
        lock.lockInterruptibly();
        try {
            while (count == slots.length) {
                room.await();
            }
            add(added);
        } finally {
            lock.unlock();
        }
        size++;
    }

    @Override
    public T get() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                item.await();
            }
            T taken = take();
            size--;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T added) {
        Objects.requireNonNull(added);
        lock.lock();
        try {
            if (count == slots.length) {
                throw new QueueFullException();
            }
            add(added);
            size++;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            if (count == 0) {
                throw new QueueEmptyException();
            }
            T taken = take();
            size--;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void add(T added) {
        slots[(first + count) % slots.length] = added;
        count++;
        item.signal();
    }

    @SuppressWarnings("unchecked")
    private T take() {
        T taken = (T) slots[first];
        slots[first] = null;
        first = (first + 1) % slots.length;
        count--;
        room.signal();
        return taken;
    }

    @Override
    public boolean isFull() {
        return size() == slots.length;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int capacity() {
        return slots.length;
    }
}
