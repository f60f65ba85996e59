package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final Object reading = new Object();
    private final Object writing = new Object();
    private int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        synchronized (writing) {
            amount = next;
        }
    }

    @Override
    public int get() {
        synchronized (reading) {
            return amount;
        }
    }
}
