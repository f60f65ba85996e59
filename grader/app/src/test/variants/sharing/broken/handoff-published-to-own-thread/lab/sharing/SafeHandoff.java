package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final ThreadLocal<Boolean> published = ThreadLocal.withInitial(() -> false);
    private volatile int data;

    @Override
    public void publish(int data) {
        this.data = data;
        published.set(true);
    }

    @Override
    public OptionalInt poll() {
        return published.get() ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
