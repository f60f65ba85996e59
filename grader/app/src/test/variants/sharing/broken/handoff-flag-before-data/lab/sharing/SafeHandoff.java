package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile boolean published;
    private volatile int data;

    @Override
    public void publish(int data) {
        published = true;
        this.data = data;
    }

    @Override
    public OptionalInt poll() {
        if (!published) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(data);
    }
}
