package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

/** Lab 10. The contract is in the Javadoc of {@link SharedMoney}. */
public class VisibleMoney implements SharedMoney {
    public VisibleMoney(int initial) {
        // TODO keep the amount
    }

    @Override
    public void set(int amount) {
        // TODO every later get() of every thread must see it
        throw new UnsupportedOperationException("set() is still to be written");
    }

    @Override
    public int get() {
        // TODO return the amount that was set last
        throw new UnsupportedOperationException("get() is still to be written");
    }
}
