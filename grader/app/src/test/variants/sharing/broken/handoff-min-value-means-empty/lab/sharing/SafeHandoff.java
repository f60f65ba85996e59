package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private static final int NOTHING = Integer.MIN_VALUE;

    private final AtomicInteger data = new AtomicInteger(NOTHING);

    @Override
    public void publish(int value) {
        data.set(value);
    }

    @Override
    public OptionalInt poll() {
        int seen = data.get();
        if (seen == NOTHING) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(seen);
    }
}
