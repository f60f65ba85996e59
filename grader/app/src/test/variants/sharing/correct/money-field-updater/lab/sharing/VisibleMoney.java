package lab.sharing;

import lab.sharing.support.Holder;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney extends Holder implements SharedMoney {
    public VisibleMoney(int initial) {
        super(initial);
    }

    @Override
    public void set(int amount) {
        replace(amount);
    }

    @Override
    public int get() {
        return current();
    }
}
