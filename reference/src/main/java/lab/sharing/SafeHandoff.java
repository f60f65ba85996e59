package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

/**
 * Whether something was published, and what, are one immutable object behind one volatile field: nobody can see the one
 * without the other.
 */
public final class SafeHandoff implements Handoff {
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
