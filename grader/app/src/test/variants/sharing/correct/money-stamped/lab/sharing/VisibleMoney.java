package lab.sharing;

import java.util.concurrent.locks.StampedLock;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final StampedLock lock = new StampedLock();
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        long stamp = lock.writeLock();
        try {
            amount = next;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    @Override
    public int get() {
        long stamp = lock.tryOptimisticRead();
        int seen = amount;
        if (lock.validate(stamp)) {
            return seen;
        }
        stamp = lock.readLock();
        try {
            return amount;
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
