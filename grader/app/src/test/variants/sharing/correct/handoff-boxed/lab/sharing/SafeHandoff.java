package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile Integer last;

    @Override
    public void publish(int next) {
        last = next;
    }

    @Override
    public OptionalInt poll() {
        Integer seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen);
    }
}
