package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int[] amount = new int[1];

    public VisibleMoney(int initial) {
        amount[0] = initial;
    }

    @Override
    public void set(int newAmount) {
        amount[0] = newAmount;
    }

    @Override
    public int get() {
        return amount[0];
    }
}
