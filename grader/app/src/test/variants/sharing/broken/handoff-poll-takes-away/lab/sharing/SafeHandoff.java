package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int next) {
        last = OptionalInt.of(next);
    }

    @Override
    public OptionalInt poll() {
        OptionalInt seen = last;
        last = OptionalInt.empty();
        return seen;
    }
}
