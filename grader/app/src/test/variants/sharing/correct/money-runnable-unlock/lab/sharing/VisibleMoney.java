package lab.sharing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final Lock lock = new ReentrantLock();
    private final Runnable open = lock::lock;
    private final Runnable close = lock::unlock;
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        open.run();
        amount = next;
        close.run();
    }

    @Override
    public int get() {
        open.run();
        int seen = amount;
        close.run();
        return seen;
    }
}
