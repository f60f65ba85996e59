package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private static final class Holder {
        int data;
    }

    private Holder last;

    @Override
    public void publish(int next) {
        Holder fresh = new Holder();
        fresh.data = next;
        last = fresh;
    }

    @Override
    public OptionalInt poll() {
        Holder seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data);
    }
}
