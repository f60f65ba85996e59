package lab.sharing;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private static final AtomicIntegerFieldUpdater<VisibleMoney> AMOUNT =
            AtomicIntegerFieldUpdater.newUpdater(VisibleMoney.class, "amount");
    private volatile int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        AMOUNT.set(this, next);
    }

    @Override
    public int get() {
        return amount;
    }
}
