package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int next) {
        last = OptionalInt.of(next);
    }

    @Override
    public OptionalInt poll() {
        return last;
    }
}
