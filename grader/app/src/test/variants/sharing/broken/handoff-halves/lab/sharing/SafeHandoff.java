package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile short high;
    private volatile short low;
    private volatile boolean published;

    @Override
    public void publish(int next) {
        high = (short) (next >>> 16);
        low = (short) next;
        published = true;
    }

    @Override
    public OptionalInt poll() {
        return published ? OptionalInt.of(high << 16 | low & 0xFFFF) : OptionalInt.empty();
    }
}
