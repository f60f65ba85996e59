package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private static final VarHandle PUBLISHED;

    static {
        try {
            PUBLISHED = MethodHandles.lookup().findVarHandle(SafeHandoff.class, "published", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int data;
    private boolean published;

    @Override
    public void publish(int next) {
        data = next;
        VarHandle.releaseFence();
        PUBLISHED.setOpaque(this, true);
    }

    @Override
    public OptionalInt poll() {
        boolean there = (boolean) PUBLISHED.getOpaque(this);
        VarHandle.acquireFence();
        return there ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
