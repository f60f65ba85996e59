package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public synchronized void set(int amount) {
        this.amount = amount;
    }

    @Override
    public synchronized int get() {
        return amount;
    }
}
