package lab.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final AtomicInteger amount;

    public VisibleMoney(int initial) {
        this.amount = new AtomicInteger(initial);
    }

    @Override
    public void set(int amount) {
        this.amount.lazySet(amount);
    }

    @Override
    public int get() {
        return amount.get();
    }
}
