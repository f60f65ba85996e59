package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final int initial;
    private int amount;
    private volatile int version;

    public VisibleMoney(int initial) {
        this.initial = initial;
    }

    @Override
    public void set(int newAmount) {
        version = 1;
        amount = newAmount;
    }

    @Override
    public int get() {
        return version == 0 ? initial : amount;
    }
}
