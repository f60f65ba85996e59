package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final AtomicReference<Integer> slot = new AtomicReference<>();

    @Override
    public void publish(int data) {
        if (!slot.compareAndSet(null, data)) {
            int before = slot.get();
            slot.compareAndSet(before, data);
        }
    }

    @Override
    public OptionalInt poll() {
        Integer data = slot.get();
        return data == null ? OptionalInt.empty() : OptionalInt.of(data);
    }
}
