package lab.sharing;

import java.util.concurrent.Semaphore;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final Semaphore mutex = new Semaphore(1);
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        mutex.acquireUninterruptibly();
        amount = next;
        mutex.release();
    }

    @Override
    public int get() {
        mutex.acquireUninterruptibly();
        int seen = amount;
        mutex.release();
        return seen;
    }
}
