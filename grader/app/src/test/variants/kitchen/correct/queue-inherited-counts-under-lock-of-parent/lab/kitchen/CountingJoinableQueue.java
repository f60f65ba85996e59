package lab.kitchen;

import lab.queue.BoundedMessageQueue;
import racecourse.contract.kitchen.JoinableQueue;

/** The parent's methods are synchronized on this, and its put waits on this. */
public class CountingJoinableQueue<T> extends BoundedMessageQueue<T> implements JoinableQueue<T> {
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        super(capacity);
    }

    @Override
    public synchronized void put(T item) throws InterruptedException {
        super.put(item);
        unfinished++;
    }

    @Override
    public synchronized void putNoWait(T item) {
        super.putNoWait(item);
        unfinished++;
    }

    @Override
    public synchronized void taskDone() {
        if (unfinished < 1) {
            throw new IllegalStateException("every item is finished");
        }
        if (--unfinished == 0) {
            notifyAll();
        }
    }

    @Override
    public synchronized void join() throws InterruptedException {
        while (unfinished > 0) {
            wait();
        }
    }
}
