package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private static volatile int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int newAmount) {
        amount = newAmount;
    }

    @Override
    public int get() {
        return amount;
    }
}
