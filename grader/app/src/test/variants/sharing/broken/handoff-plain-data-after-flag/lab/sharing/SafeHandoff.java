package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final AtomicBoolean published = new AtomicBoolean();
    private int data;

    @Override
    public void publish(int value) {
        published.set(true);
        data = value;
    }

    @Override
    public OptionalInt poll() {
        return published.get() ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
