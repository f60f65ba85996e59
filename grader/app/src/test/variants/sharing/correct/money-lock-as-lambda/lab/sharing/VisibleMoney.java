package lab.sharing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final Lock lock = new ReentrantLock();
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void set(int next) {
        locked(() -> amount = next);
    }

    @Override
    public int get() {
        return locked(() -> amount);
    }
}
