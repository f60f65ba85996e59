package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int newAmount) {
        Thread setter = new Thread(() -> amount = newAmount);
        setter.start();
    }

    @Override
    public int get() {
        return amount;
    }
}
