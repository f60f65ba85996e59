package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public synchronized void set(int amount) {
        this.amount = amount;
    }

    @Override
    public int get() {
        return amount;
    }
}
