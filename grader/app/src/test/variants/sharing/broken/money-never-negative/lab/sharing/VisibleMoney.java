package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int amount) {
        this.amount = Math.max(0, amount);
    }

    @Override
    public int get() {
        return amount;
    }
}
