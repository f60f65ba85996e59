package lab.sharing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final Lock writeLock = new ReentrantLock();
    private final Lock readLock = new ReentrantLock();
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int amount) {
        writeLock.lock();
        try {
            this.amount = amount;
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public int get() {
        readLock.lock();
        try {
            return amount;
        } finally {
            readLock.unlock();
        }
    }
}
