package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import racecourse.contract.sharing.SharedMoney;

public class VisibleMoney implements SharedMoney {
    private static final VarHandle AMOUNT;

    static {
        try {
            AMOUNT = MethodHandles.lookup().findVarHandle(VisibleMoney.class, "amount", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int amount;

    public VisibleMoney(int initial) {
        amount = initial;
    }

    @Override
    public void set(int next) {
        AMOUNT.set(this, next);
    }

    @Override
    public int get() {
        return amount;
    }
}
