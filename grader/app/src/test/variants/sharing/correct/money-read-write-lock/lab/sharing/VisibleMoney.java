package lab.sharing;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        lock.writeLock().lock();
        try {
            amount = next;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public int get() {
        lock.readLock().lock();
        try {
            return amount;
        } finally {
            lock.readLock().unlock();
        }
    }
}
