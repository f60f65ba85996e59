package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int amount) {
        Object lock = new Object();
        synchronized (lock) {
            this.amount = amount;
        }
    }

    @Override
    public int get() {
        Object lock = new Object();
        synchronized (lock) {
            return amount;
        }
    }
}
