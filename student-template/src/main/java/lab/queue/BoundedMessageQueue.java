package lab.queue;

import racecourse.contract.queue.MessageQueue;

/** Lab 04. The contract is in the Javadoc of {@link MessageQueue}. */
public class BoundedMessageQueue<T> implements MessageQueue<T> {
    public BoundedMessageQueue(int capacity) {
        // TODO keep what you need; refuse what the contract refuses
    }

    @Override
    public void put(T item) throws InterruptedException {
        // TODO add at the end; wait while the queue is full
        throw new UnsupportedOperationException("put() is still to be written");
    }

    @Override
    public T get() throws InterruptedException {
        // TODO take what has been there for longest; wait while the queue is empty
        throw new UnsupportedOperationException("get() is still to be written");
    }

    @Override
    public void putNoWait(T item) {
        // TODO add at the end, or refuse at once
        throw new UnsupportedOperationException("putNoWait() is still to be written");
    }

    @Override
    public T getNoWait() {
        // TODO take what has been there for longest, or refuse at once
        throw new UnsupportedOperationException("getNoWait() is still to be written");
    }

    @Override
    public boolean isFull() {
        // TODO tell whether there is no room
        throw new UnsupportedOperationException("isFull() is still to be written");
    }

    @Override
    public boolean isEmpty() {
        // TODO tell whether there is nothing
        throw new UnsupportedOperationException("isEmpty() is still to be written");
    }

    @Override
    public int size() {
        // TODO tell how many messages there are, as every completed call has left them
        throw new UnsupportedOperationException("size() is still to be written");
    }

    @Override
    public int capacity() {
        // TODO tell how many messages fit in
        throw new UnsupportedOperationException("capacity() is still to be written");
    }
}
