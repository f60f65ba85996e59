package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public synchronized void set(int next) {
        amount = next;
    }

    @Override
    public int get() {
        return amount;
    }
}
