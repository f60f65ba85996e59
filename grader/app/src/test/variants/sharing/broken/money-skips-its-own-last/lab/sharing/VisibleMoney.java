package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private volatile int amount;
    private final ThreadLocal<Integer> mine = new ThreadLocal<>();

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int value) {
        Integer before = mine.get();
        if (before != null && before == value) {
            return; // saves an expensive volatile write
        }
        mine.set(value);
        amount = value;
    }

    @Override
    public int get() {
        return amount;
    }
}
