package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile Balance balance;

    public VisibleMoney(int initial) {
        this.balance = new Balance(initial);
    }

    @Override
    public void set(int amount) {
        balance = new Balance(amount);
    }

    @Override
    public int get() {
        return balance.amount();
    }

    private record Balance(int amount) {}
}
