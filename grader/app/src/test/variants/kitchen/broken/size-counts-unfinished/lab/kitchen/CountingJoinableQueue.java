package lab.kitchen;

import java.util.concurrent.locks.Condition;
import lab.queue.BoundedMessageQueue;
import racecourse.contract.kitchen.JoinableQueue;

public class CountingJoinableQueue<T> extends BoundedMessageQueue<T> implements JoinableQueue<T> {
    private final Condition finished = lock.newCondition();
    private long toDo;

    public CountingJoinableQueue(int capacity) {
        super(capacity);
    }

    @Override
    protected void onPut() {
        toDo++;
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return (int) toDo;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void taskDone() {
        lock.lock();
        try {
            if (toDo == 0) {
                throw new IllegalStateException("more tasks done than items put");
            }
            if (--toDo == 0) {
                finished.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void join() throws InterruptedException {
        lock.lock();
        try {
            while (toDo != 0) {
                finished.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
