package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final int[] amount = new int[1];
    private volatile boolean changed;

    public VisibleMoney(int initial) {
        amount[0] = initial;
    }

    @Override
    public void set(int next) {
        changed = true;
        amount[0] = next;
    }

    @Override
    public int get() {
        return changed ? amount[0] : amount[0];
    }
}
