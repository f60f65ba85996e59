package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile float amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int amount) {
        this.amount = amount;
    }

    @Override
    public int get() {
        return Math.round(amount);
    }
}
