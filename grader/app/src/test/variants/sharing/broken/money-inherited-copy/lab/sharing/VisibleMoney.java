package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final int initial;
    private final InheritableThreadLocal<Integer> amount = new InheritableThreadLocal<>();

    public VisibleMoney(int initial) {
        this.initial = initial;
        amount.set(initial);
    }

    @Override
    public void set(int newAmount) {
        amount.set(newAmount);
    }

    @Override
    public int get() {
        Integer seen = amount.get();
        return seen == null ? initial : seen;
    }
}
