package lab.kitchen;

import racecourse.contract.kitchen.JoinableQueue;

/**
 * Lab 06, the queue. The contract is in the Javadoc of {@link JoinableQueue} and of
 * {@link racecourse.contract.queue.MessageQueue}.
 *
 * @param <T> what an item is
 */
public class CountingJoinableQueue<T> implements JoinableQueue<T> {
    public CountingJoinableQueue(int capacity) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public void put(T item) throws InterruptedException {
        // TODO add it at the end, once there is room; when does it count for join?
        throw new UnsupportedOperationException("put() is still to be written");
    }

    @Override
    public T get() throws InterruptedException {
        // TODO take the first, once there is one
        throw new UnsupportedOperationException("get() is still to be written");
    }

    @Override
    public void putNoWait(T item) {
        // TODO add it at the end, or refuse at once
        throw new UnsupportedOperationException("putNoWait() is still to be written");
    }

    @Override
    public T getNoWait() {
        // TODO take the first, or refuse at once
        throw new UnsupportedOperationException("getNoWait() is still to be written");
    }

    @Override
    public void taskDone() {
        // TODO one item fewer to finish, and perhaps somebody waits for that
        throw new UnsupportedOperationException("taskDone() is still to be written");
    }

    @Override
    public void join() throws InterruptedException {
        // TODO wait until every item that was put is done
        throw new UnsupportedOperationException("join() is still to be written");
    }

    @Override
    public boolean isFull() {
        // TODO
        throw new UnsupportedOperationException("isFull() is still to be written");
    }

    @Override
    public boolean isEmpty() {
        // TODO
        throw new UnsupportedOperationException("isEmpty() is still to be written");
    }

    @Override
    public int size() {
        // TODO
        throw new UnsupportedOperationException("size() is still to be written");
    }

    @Override
    public int capacity() {
        // TODO
        throw new UnsupportedOperationException("capacity() is still to be written");
    }
}
