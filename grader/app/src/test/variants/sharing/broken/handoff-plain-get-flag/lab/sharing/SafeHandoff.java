package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private int data;
    private final AtomicBoolean published = new AtomicBoolean();

    @Override
    public void publish(int next) {
        data = next;
        published.set(true);
    }

    @Override
    public OptionalInt poll() {
        return published.getPlain() ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
