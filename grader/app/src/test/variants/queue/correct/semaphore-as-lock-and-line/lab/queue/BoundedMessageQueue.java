package lab.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.queue.MessageQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Whoever must wait leaves a private semaphore in a line; every change wakes the whole line. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    private final int capacity;
    private final Semaphore mutex = new Semaphore(1);
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private List<Semaphore> line = new ArrayList<>();

    public BoundedMessageQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        while (true) {
            Semaphore mine = new Semaphore(0);
            mutex.acquireUninterruptibly();
            try {
                if (items.size() < capacity) {
                    items.add(item);
                    wakeAll();
                    return;
                }
                line.add(mine);
            } finally {
                mutex.release();
            }
            sleep(mine);
        }
    }

    @Override
    public T get() throws InterruptedException {
        while (true) {
            Semaphore mine = new Semaphore(0);
            mutex.acquireUninterruptibly();
            try {
                if (!items.isEmpty()) {
                    wakeAll();
                    return items.remove();
                }
                line.add(mine);
            } finally {
                mutex.release();
            }
            sleep(mine);
        }
    }

    private void sleep(Semaphore mine) throws InterruptedException {
        try {
            mine.acquire();
        } catch (InterruptedException e) {
            mutex.acquireUninterruptibly();
            line.remove(mine);
            mutex.release();
            throw e;
        }
    }

    private void wakeAll() {
        List<Semaphore> sleepers = line;
        line = new ArrayList<>();
        sleepers.forEach(Semaphore::release);
    }

    @Override
    public void putNoWait(T item) {
        Objects.requireNonNull(item);
        mutex.acquireUninterruptibly();
        try {
            if (items.size() == capacity) {
                throw new QueueFullException();
            }
            items.add(item);
            wakeAll();
        } finally {
            mutex.release();
        }
    }

    @Override
    public T getNoWait() {
        mutex.acquireUninterruptibly();
        try {
            if (items.isEmpty()) {
                throw new QueueEmptyException();
            }
            wakeAll();
            return items.remove();
        } finally {
            mutex.release();
        }
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
        mutex.acquireUninterruptibly();
        try {
            return items.size();
        } finally {
            mutex.release();
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }
}
