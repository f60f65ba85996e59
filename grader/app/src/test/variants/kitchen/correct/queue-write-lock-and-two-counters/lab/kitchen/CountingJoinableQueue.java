package lab.kitchen;

import java.util.LinkedList;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntSupplier;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** Those who look share the read lock; those who change something hold the write lock and wait on its conditions. */
public final class CountingJoinableQueue<E> implements JoinableQueue<E> {
    private final ReadWriteLock locks = new ReentrantReadWriteLock();
    private final Lock write = locks.writeLock();
    private final Condition room = write.newCondition();
    private final Condition food = write.newCondition();
    private final Condition peace = write.newCondition();
    private final LinkedList<E> list = new LinkedList<>();
    private final int limit;
    private long added;
    private long finished;

    public CountingJoinableQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(String.format("%d is no capacity", capacity));
        }
        limit = capacity;
    }

    @Override
    public void put(E item) throws InterruptedException {
        if (item == null) {
            throw new NullPointerException();
        }
        write.lockInterruptibly();
        try {
            while (!offer(item)) {
                room.await();
            }
        } finally {
            write.unlock();
        }
    }

    @Override
    public void putNoWait(E item) {
        Objects.requireNonNull(item);
        write.lock();
        try {
            if (!offer(item)) {
                throw new QueueFullException();
            }
        } finally {
            write.unlock();
        }
    }

    private boolean offer(E item) {
        if (list.size() >= limit) {
            return false;
        }
        list.addLast(item);
        added++;
        food.signal();
        return true;
    }

    @Override
    public E get() throws InterruptedException {
        write.lockInterruptibly();
        try {
            E item = poll();
            while (item == null) {
                food.await();
                item = poll();
            }
            return item;
        } finally {
            write.unlock();
        }
    }

    @Override
    public E getNoWait() {
        write.lock();
        try {
            E item = poll();
            if (item == null) {
                throw new QueueEmptyException();
            }
            return item;
        } finally {
            write.unlock();
        }
    }

    private E poll() {
        E item = list.pollFirst();
        if (item != null) {
            room.signal();
        }
        return item;
    }

    @Override
    public void taskDone() {
        write.lock();
        try {
            if (finished == added) {
                throw new IllegalStateException(added + " items were put and all are done");
            }
            finished++;
            if (finished == added) {
                peace.signalAll();
            }
        } finally {
            write.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        write.lockInterruptibly();
        try {
            while (finished < added) {
                peace.await();
            }
        } finally {
            write.unlock();
        }
    }

    private int look(IntSupplier question) {
        locks.readLock().lock();
        try {
            return question.getAsInt();
        } finally {
            locks.readLock().unlock();
        }
    }

    @Override
    public boolean isFull() {
        return look(list::size) == limit;
    }

    @Override
    public boolean isEmpty() {
        return look(list::size) == 0;
    }

    @Override
    public int size() {
        return look(list::size);
    }

    @Override
    public int capacity() {
        return limit;
    }
}
