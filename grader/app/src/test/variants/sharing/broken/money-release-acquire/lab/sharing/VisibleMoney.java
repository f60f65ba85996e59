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
        AMOUNT.setRelease(this, initial);
    }

    @Override
    public void set(int newAmount) {
        AMOUNT.setRelease(this, newAmount);
    }

    @Override
    public int get() {
        return (int) AMOUNT.getAcquire(this);
    }
}
