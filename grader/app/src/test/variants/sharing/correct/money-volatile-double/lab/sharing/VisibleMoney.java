package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile double dollars;

    public VisibleMoney(int initial) {
        this.dollars = initial;
    }

    @Override
    public void set(int amount) {
        dollars = amount;
    }

    @Override
    public int get() {
        return (int) dollars;
    }
}
