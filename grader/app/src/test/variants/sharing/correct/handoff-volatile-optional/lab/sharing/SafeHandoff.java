package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int data) {
        last = OptionalInt.of(data);
    }

    @Override
    public OptionalInt poll() {
        return last;
    }
}
