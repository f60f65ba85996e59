package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int initial;

    public VisibleMoney(int initial) {
        initial = initial;
    }

    @Override
    public void set(int amount) {
        initial = amount;
    }

    @Override
    public int get() {
        return initial;
    }
}
