package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private final Holder holder = new Holder();

    public VisibleMoney(int initial) {
        holder.value = initial;
    }

    @Override
    public void set(int next) {
        holder.value = next;
    }

    @Override
    public int get() {
        return holder.value;
    }

    private static class Holder {
        private volatile int value;
    }
}
