package lab.base;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.counter.Counter;

public abstract class Guarded implements Counter {
    private final Lock lock = new ReentrantLock();

    protected abstract void change();

    protected abstract int read();

    @Override
    public final void decrement() {
        lock.lock();
        try {
            change();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final int value() {
        lock.lock();
        try {
            return read();
        } finally {
            lock.unlock();
        }
    }
}
