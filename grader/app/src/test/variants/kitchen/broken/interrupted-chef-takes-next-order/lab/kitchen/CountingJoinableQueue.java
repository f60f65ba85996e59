package lab.kitchen;

import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public final class CountingJoinableQueue<T> implements JoinableQueue<T> {
    /** What was put and is not done. */
    private static final class Ledger {
        private long open;

        synchronized void debit() {
            open++;
        }

        synchronized void credit() {
            if (open < 1) {
                throw new IllegalStateException("nothing is open");
            }
            open--;
            if (open == 0) {
                notifyAll();
            }
        }

        synchronized void awaitBalance() throws InterruptedException {
            while (open != 0) {
                wait();
            }
        }
    }

    private final int capacity;
    private final Semaphore slots;
    private final Semaphore dishes = new Semaphore(0);
    private final ArrayDeque<T> line = new ArrayDeque<>();
    private final Ledger ledger = new Ledger();

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity);
        }
        this.capacity = capacity;
        this.slots = new Semaphore(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        requireItem(item);
        slots.acquire();
        bringIn(item);
    }

    @Override
    public void putNoWait(T item) {
        requireItem(item);
        if (!slots.tryAcquire()) {
            throw new QueueFullException();
        }
        bringIn(item);
    }

    @Override
    public T get() throws InterruptedException {
        dishes.acquire();
        return carryOut();
    }

    @Override
    public T getNoWait() {
        if (!dishes.tryAcquire()) {
            throw new QueueEmptyException();
        }
        return carryOut();
    }

    private void bringIn(T item) {
        ledger.debit();
        synchronized (line) {
            line.addLast(item);
        }
        dishes.release();
    }

    private T carryOut() {
        final T item;
        synchronized (line) {
            item = line.removeFirst();
        }
        slots.release();
        return item;
    }

    private static void requireItem(Object item) {
        if (item == null) {
            throw new NullPointerException("item");
        }
    }

    @Override
    public void taskDone() {
        ledger.credit();
    }

    @Override
    public void join() throws InterruptedException {
        ledger.awaitBalance();
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
        synchronized (line) {
            return line.size();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
