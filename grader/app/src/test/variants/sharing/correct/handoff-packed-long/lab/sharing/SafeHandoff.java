package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private static final long PUBLISHED = 1L << 40;
    private static final long DATA = 0xFFFF_FFFFL;

    private volatile long state;

    @Override
    public void publish(int data) {
        state = PUBLISHED | data & DATA;
    }

    @Override
    public OptionalInt poll() {
        long seen = state;
        return (seen & PUBLISHED) == 0 ? OptionalInt.empty() : OptionalInt.of((int) (seen & DATA));
    }
}
