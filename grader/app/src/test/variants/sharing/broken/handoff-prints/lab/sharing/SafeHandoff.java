package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int data) {
        last = OptionalInt.of(data);
    }

    @Override
    public OptionalInt poll() {
        OptionalInt seen = last;
        if (seen.isEmpty()) {
            System.err.println("nothing published yet");
        }
        return seen;
    }
}
