package lab.sharing;

import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private volatile int money;

    public VisibleMoney(int initial) {
        this.money = initial;
    }

    @Override
    public void set(int amount) {
        System.out.println(Thread.currentThread().getName() + " sets money to " + amount);
        money = amount;
    }

    @Override
    public int get() {
        return money;
    }
}
