package lab.kitchen;

import lab.queue.BoundedMessageQueue;
import racecourse.contract.kitchen.JoinableQueue;

public class CountingJoinableQueue<T> extends BoundedMessageQueue<T> implements JoinableQueue<T> {
    private final Object done = new Object();
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        super(capacity);
    }

    @Override
    public void put(T item) throws InterruptedException {
        super.put(item);
        count();
    }

    @Override
    public void putNoWait(T item) {
        super.putNoWait(item);
        count();
    }

    private void count() {
        synchronized (done) {
            unfinished++;
        }
    }

    @Override
    public void taskDone() {
        synchronized (done) {
            if (unfinished == 0) {
                throw new IllegalStateException("no unfinished item");
            }
            unfinished--;
            if (unfinished == 0) {
                done.notifyAll();
            }
        }
    }

    @Override
    public void join() throws InterruptedException {
        synchronized (done) {
            while (unfinished > 0) {
                done.wait();
            }
        }
    }
}
