package lab.sharing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private final List<Integer> wallet;

    public VisibleMoney(int initial) {
        this.wallet = new CopyOnWriteArrayList<>(List.of(initial));
    }

    @Override
    public void set(int amount) {
        wallet.set(0, amount);
    }

    @Override
    public int get() {
        return wallet.get(0);
    }
}
