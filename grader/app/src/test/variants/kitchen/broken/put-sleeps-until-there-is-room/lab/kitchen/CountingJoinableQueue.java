package lab.kitchen;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lab.queue.BoundedMessageQueue;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final MessageQueue<T> queue;
    private final Lock lock = new ReentrantLock();
    private final Condition message = lock.newCondition();
    private final Condition done = lock.newCondition();
    private int open;

    public CountingJoinableQueue(int capacity) {
        queue = new BoundedMessageQueue<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (true) {
            try {
                putNoWait(item);
                return;
            } catch (QueueFullException e) {
                Thread.sleep(1);
            }
        }
    }

    @Override
    public T get() throws InterruptedException {
        lock.lock();
        try {
            while (queue.isEmpty()) {
                message.await();
            }
            T item = queue.getNoWait();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void putNoWait(T item) {
        lock.lock();
        try {
            queue.putNoWait(item);
            open++;
            message.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public T getNoWait() {
        lock.lock();
        try {
            T item = queue.getNoWait();
            return item;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (open == 0) {
                throw new IllegalStateException("nothing left to finish");
            }
            open--;
            if (open == 0) {
                done.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lock();
        try {
            while (open > 0) {
                done.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isFull() {
        return queue.isFull();
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public int capacity() {
        return queue.capacity();
    }
}
