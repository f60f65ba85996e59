package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final AtomicReference<Integer> slot = new AtomicReference<>();

    @Override
    public void publish(int data) {
        slot.set(data);
    }

    @Override
    public OptionalInt poll() {
        Integer data = slot.getAndSet(null);
        return data == null ? OptionalInt.empty() : OptionalInt.of(data);
    }
}
