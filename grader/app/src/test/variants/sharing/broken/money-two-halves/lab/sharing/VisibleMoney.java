package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int thousands;
    private volatile int rest;

    public VisibleMoney(int initial) {
        set(initial);
    }

    @Override
    public void set(int amount) {
        thousands = amount / 1000;
        rest = amount % 1000;
    }

    @Override
    public int get() {
        return thousands * 1000 + rest;
    }
}
