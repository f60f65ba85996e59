package lab.kitchen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition full = lock.newCondition();
    private final Condition empty = lock.newCondition();
    private final Condition busy = lock.newCondition();
    private final Deque<T> deque = new ArrayDeque<>();
    private final int capacity;
    private long open = 0;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) throw new IllegalArgumentException("capacity");
        this.capacity = capacity;
    }

    private <R> R locked(Supplier<R> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private <R> R when(BooleanSupplier ready, Condition condition, Supplier<R> action) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ready.getAsBoolean()) condition.await();
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private Void in(T item) {
        deque.offer(item);
        open++;
        empty.signal();
        return null;
    }

    private T out() {
        full.signal();
        return deque.remove();
    }

    @Override public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        when(() -> deque.size() < capacity, full, () -> in(item));
    }

    @Override public T get() throws InterruptedException {
        return when(() -> !deque.isEmpty(), empty, this::out);
    }

    @Override public void putNoWait(T item) {
        Objects.requireNonNull(item);
        locked(() -> {
            if (deque.size() == capacity) throw new QueueFullException();
            return in(item);
        });
    }

    @Override public T getNoWait() {
        return locked(() -> {
            if (deque.isEmpty()) throw new QueueEmptyException();
            return out();
        });
    }

    @Override public boolean isFull() { return size() == capacity; }
    @Override public boolean isEmpty() { return size() == 0; }
    @Override public int size() { return locked(deque::size); }
    @Override public int capacity() { return capacity; }

    @Override public void taskDone() {
        locked(() -> {
            if (open == 0) throw new IllegalStateException("taskDone");
            open--;
            if (open == 0) busy.signalAll();
            return null;
        });
    }

    @Override public void join() throws InterruptedException {
        when(() -> open == 0, busy, () -> null);
    }
}
