package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private static final VarHandle AMOUNT;

    static {
        try {
            AMOUNT = MethodHandles.lookup().findVarHandle(VisibleMoney.class, "amount", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int amount;

    public VisibleMoney(int initial) {
        this.amount = initial;
    }

    @Override
    public void set(int amount) {
        VarHandle.fullFence();
        AMOUNT.setOpaque(this, amount);
    }

    @Override
    public int get() {
        int seen = (int) AMOUNT.getOpaque(this);
        VarHandle.fullFence();
        return seen;
    }
}
