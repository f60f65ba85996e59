package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private static final VarHandle AMOUNT = amountHandle();

    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    private static VarHandle amountHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(VisibleMoney.class, "amount", int.class);
        } catch (NoSuchFieldException | IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void set(int amount) {
        AMOUNT.setOpaque(this, amount);
    }

    @Override
    public int get() {
        return (int) AMOUNT.getOpaque(this);
    }
}
