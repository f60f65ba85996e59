package lab.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final AtomicInteger amount = new AtomicInteger();

    public VisibleMoney(int initial) {
        amount.set(initial);
    }

    @Override
    public void set(int next) {
        amount.lazySet(next);
    }

    @Override
    public int get() {
        return amount.get();
    }
}
