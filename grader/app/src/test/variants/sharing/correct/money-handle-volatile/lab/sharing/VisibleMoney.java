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

    @SuppressWarnings("unused")
    private int amount;

    public VisibleMoney(int initial) {
        AMOUNT.setVolatile(this, initial);
    }

    @Override
    public void set(int next) {
        AMOUNT.setVolatile(this, next);
    }

    @Override
    public int get() {
        return (int) AMOUNT.getVolatile(this);
    }
}
