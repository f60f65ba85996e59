package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private record Seen(long version, OptionalInt data) {}

    private final ThreadLocal<Seen> cache = ThreadLocal.withInitial(() -> new Seen(0, OptionalInt.empty()));

    private volatile long version;
    private volatile int data;

    @Override
    public void publish(int data) {
        this.data = data;
        version++;
    }

    @Override
    public OptionalInt poll() {
        long now = version;
        Seen seen = cache.get();
        if (seen.version() != now) {
            seen = new Seen(now, OptionalInt.of(data));
            cache.set(seen);
        }
        return seen.data();
    }
}
