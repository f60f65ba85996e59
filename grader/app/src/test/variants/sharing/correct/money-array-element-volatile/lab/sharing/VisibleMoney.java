package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import racecourse.contract.sharing.SharedMoney;

public final class VisibleMoney implements SharedMoney {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

    private final int[] cell = new int[1];

    public VisibleMoney(int initial) {
        ELEMENT.setVolatile(cell, 0, initial);
    }

    @Override
    public void set(int amount) {
        ELEMENT.setVolatile(cell, 0, amount);
    }

    @Override
    public int get() {
        return (int) ELEMENT.getVolatile(cell, 0);
    }
}
