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
        count(1);
        boolean added = false;
        try {
            super.put(item);
            added = true;
        } finally {
            if (!added) {
                count(-1);
            }
        }
    }

    @Override
    public void putNoWait(T item) {
        count(1);
        boolean added = false;
        try {
            super.putNoWait(item);
            added = true;
        } finally {
            if (!added) {
                count(-1);
            }
        }
    }

    private void count(int change) {
        synchronized (done) {
            unfinished += change;
            if (unfinished == 0) {
                done.notifyAll();
            }
        }
    }

    @Override
    public void taskDone() {
        synchronized (done) {
            if (unfinished == 0) {
                throw new IllegalStateException("no unfinished item");
            }
            count(-1);
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
