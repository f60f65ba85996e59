package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private record Published(int data) {}

    private volatile Published last;

    @Override
    public void publish(int next) {
        last = new Published(next);
    }

    @Override
    public OptionalInt poll() {
        Published seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data());
    }
}
