package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private static final class Holder {
        int data;
    }

    private volatile Holder last;

    @Override
    public void publish(int next) {
        Holder fresh = new Holder();
        last = fresh;
        fresh.data = next;
    }

    @Override
    public OptionalInt poll() {
        Holder seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data);
    }
}
