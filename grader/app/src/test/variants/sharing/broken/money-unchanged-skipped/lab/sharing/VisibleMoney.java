package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private int lastSet;
    private volatile int amount;

    public VisibleMoney(int initial) {
        this.lastSet = initial;
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        if (newAmount == lastSet) {
            return;
        }
        lastSet = newAmount;
        amount = newAmount;
    }

    @Override
    public int get() {
        return amount;
    }
}
