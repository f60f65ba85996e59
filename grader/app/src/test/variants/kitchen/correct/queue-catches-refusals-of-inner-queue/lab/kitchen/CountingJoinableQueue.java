package lab.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    private final Store<T> store;
    private final Object change = new Object();
    private final Object finished = new Object();
    private int unfinished; // guarded by finished

    public CountingJoinableQueue(int capacity) {
        store = new Store<>(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        synchronized (change) {
            while (true) {
                try {
                    putNoWait(item);
                    return;
                } catch (QueueFullException full) {
                    change.wait();
                }
            }
        }
    }

    @Override
    public T get() throws InterruptedException {
        synchronized (change) {
            while (true) {
                try {
                    return getNoWait();
                } catch (QueueEmptyException empty) {
                    change.wait();
                }
            }
        }
    }

    @Override
    public void putNoWait(T item) {
        synchronized (change) {
            store.add(item);
            synchronized (finished) {
                unfinished++;
            }
            change.notifyAll();
        }
    }

    @Override
    public T getNoWait() {
        synchronized (change) {
            T item = store.remove();
            change.notifyAll();
            return item;
        }
    }

    @Override
    public void taskDone() {
        synchronized (finished) {
            if (unfinished == 0) {
                throw new IllegalStateException();
            }
            unfinished--;
            finished.notifyAll();
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (finished) {
            while (unfinished != 0) {
                finished.wait();
            }
        }
    }

    @Override
    public boolean isFull() {
        return size() == store.capacity;
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public int size() {
        synchronized (change) {
            return store.list.size();
        }
    }

    @Override
    public int capacity() {
        return store.capacity;
    }

    /** The items, without a thought for threads. */
    private static final class Store<T> {
        private final List<T> list = new ArrayList<>();
        private final int capacity;

        Store(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity " + capacity);
            }
            this.capacity = capacity;
        }

        void add(T item) {
            Objects.requireNonNull(item);
            if (list.size() == capacity) {
                throw new QueueFullException();
            }
            list.add(item);
        }

        T remove() {
            if (list.isEmpty()) {
                throw new QueueEmptyException();
            }
            return list.remove(0);
        }
    }
}
