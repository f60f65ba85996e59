package lab.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final AtomicInteger amount = new AtomicInteger();

    public VisibleMoney(int initial) {
        amount.set(initial);
    }

    @Override
    public void set(int newAmount) {
        amount.set(newAmount);
    }

    @Override
    public int get() {
        return amount.getAndSet(0);
    }
}
