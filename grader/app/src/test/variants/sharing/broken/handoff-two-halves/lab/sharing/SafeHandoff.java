package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile boolean published;
    private volatile char high;
    private volatile char low;

    @Override
    public void publish(int data) {
        high = (char) (data >>> 16);
        low = (char) data;
        published = true;
    }

    @Override
    public OptionalInt poll() {
        if (!published) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(high << 16 | low);
    }
}
