package lab.sharing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final Lock lock = new ReentrantLock();
    private int amount;
    private long changes;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        lock.lock();
        try {
            changes++;
        } finally {
            lock.unlock();
        }
        amount = newAmount;
    }

    @Override
    public int get() {
        lock.lock();
        try {
            return amount;
        } finally {
            lock.unlock();
        }
    }
}
