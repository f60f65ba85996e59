package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile int data;

    @Override
    public void publish(int data) {
        this.data = data;
    }

    @Override
    public OptionalInt poll() {
        int seen = data;
        return seen == 0 ? OptionalInt.empty() : OptionalInt.of(seen);
    }
}
