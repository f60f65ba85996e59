package lab.sharing;

import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final ReentrantLock lock = new ReentrantLock();
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        lock.lock();
        lock.unlock();
        amount = next;
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
