package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private volatile int amount;
    private final ThreadLocal<Integer> cache = new ThreadLocal<>();

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        amount = next;
        cache.set(next);
    }

    @Override
    public int get() {
        Integer cached = cache.get();
        return cached != null ? cached : amount;
    }
}
