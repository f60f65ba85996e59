package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

/** An amount in a volatile field: a write happens before every read that sees it, and there is nothing else to do. */
public final class VisibleMoney implements SharedMoney {
    private volatile int amount;

    /**
     * Begins with an amount.
     *
     * @param initial the amount
     */
    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int next) {
        amount = next;
    }

    @Override
    public int get() {
        return amount;
    }
}
