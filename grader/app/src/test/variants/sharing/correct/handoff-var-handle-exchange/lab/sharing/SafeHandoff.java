package lab.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private static final VarHandle SLOT = slotHandle();

    @SuppressWarnings("unused")
    private Integer slot;

    private static VarHandle slotHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(SafeHandoff.class, "slot", Integer.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void publish(int data) {
        Integer ignored = (Integer) SLOT.getAndSet(this, Integer.valueOf(data));
    }

    @Override
    public OptionalInt poll() {
        Integer seen = (Integer) SLOT.getVolatile(this);
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen);
    }
}
