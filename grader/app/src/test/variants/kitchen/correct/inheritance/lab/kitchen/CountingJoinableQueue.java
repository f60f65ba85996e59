package lab.kitchen;

import racecourse.contract.kitchen.JoinableQueue;

/** A monitor queue that counts, under the same monitor. */
public class CountingJoinableQueue<T> extends MonitorQueue<T> implements JoinableQueue<T> {
    private int unfinished;

    public CountingJoinableQueue(int capacity) {
        super(capacity);
    }

    @Override
    public synchronized void putNoWait(T item) {
        super.putNoWait(item);
        unfinished++;
    }

    @Override
    public synchronized void taskDone() {
        if (unfinished <= 0) {
            throw new IllegalStateException("nothing is left to be done");
        }
        if (--unfinished == 0) {
            notifyAll();
        }
    }

    @Override
    public synchronized void join() throws InterruptedException {
        while (unfinished != 0) {
            wait();
        }
    }
}
