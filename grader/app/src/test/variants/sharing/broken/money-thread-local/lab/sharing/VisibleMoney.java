package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final ThreadLocal<Integer> amount;

    public VisibleMoney(int initial) {
        this.amount = ThreadLocal.withInitial(() -> initial);
    }

    @Override
    public void set(int amount) {
        this.amount.set(amount);
    }

    @Override
    public int get() {
        return amount.get();
    }
}
