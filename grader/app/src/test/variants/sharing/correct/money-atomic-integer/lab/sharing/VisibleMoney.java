package lab.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final AtomicInteger amount;

    public VisibleMoney(int initial) {
        this.amount = new AtomicInteger(initial);
    }

    @Override
    public void set(int amount) {
        this.amount.getAndSet(amount);
    }

    @Override
    public int get() {
        return amount.get();
    }
}
