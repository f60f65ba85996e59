package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final int initial;
    private volatile int amount;

    public VisibleMoney(int initial) {
        this.initial = initial;
    }

    @Override
    public void set(int next) {
        amount = next;
    }

    @Override
    public int get() {
        return amount == 0 ? initial : amount;
    }
}
