package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile long packed;

    @Override
    public void publish(int next) {
        packed = 1L << 32 | next & 0xFFFF_FFFFL;
    }

    @Override
    public OptionalInt poll() {
        long seen = packed;
        return seen == 0 ? OptionalInt.empty() : OptionalInt.of((int) seen);
    }
}
