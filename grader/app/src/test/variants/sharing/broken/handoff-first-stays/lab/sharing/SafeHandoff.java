package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int next) {
        if (last.isEmpty()) {
            last = OptionalInt.of(next);
        }
    }

    @Override
    public OptionalInt poll() {
        return last;
    }
}
