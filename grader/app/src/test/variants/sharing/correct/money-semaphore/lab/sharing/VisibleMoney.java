package lab.sharing;

import java.util.concurrent.Semaphore;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final Semaphore mutex = new Semaphore(1);
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        mutex.acquireUninterruptibly();
        try {
            amount = newAmount;
        } finally {
            mutex.release();
        }
    }

    @Override
    public int get() {
        mutex.acquireUninterruptibly();
        try {
            return amount;
        } finally {
            mutex.release();
        }
    }
}
