package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private static final long PUBLISHED = 1L << 32;

    private final AtomicLong state = new AtomicLong();

    @Override
    public void publish(int data) {
        state.set(PUBLISHED | data);
    }

    @Override
    public OptionalInt poll() {
        long seen = state.get();
        if (seen >> 32 == 1) {
            return OptionalInt.of((int) seen);
        }
        return OptionalInt.empty();
    }
}
