package lab.sharing;

import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final AtomicReference<Purse> purse = new AtomicReference<>(new Purse());

    public VisibleMoney(int initial) {
        purse.get().amount = initial;
    }

    @Override
    public void set(int amount) {
        purse.get().amount = amount;
    }

    @Override
    public int get() {
        return purse.get().amount;
    }
}
