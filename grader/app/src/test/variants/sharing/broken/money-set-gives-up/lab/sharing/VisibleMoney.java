package lab.sharing;

import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final ReentrantLock lock = new ReentrantLock();
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        if (lock.tryLock()) {
            try {
                amount = newAmount;
            } finally {
                lock.unlock();
            }
        }
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
