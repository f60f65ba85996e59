package lab.sharing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntSupplier;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        locked(lock.writeLock(), () -> amount = newAmount);
    }

    @Override
    public int get() {
        return locked(lock.readLock(), () -> amount);
    }

    private static int locked(Lock lock, IntSupplier action) {
        lock.lock();
        try {
            return action.getAsInt();
        } finally {
            lock.unlock();
        }
    }
}
