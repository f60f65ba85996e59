package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final Object lock = new Object();
    private boolean published;
    private int data;

    @Override
    public void publish(int data) {
        synchronized (lock) {
            this.data = data;
            this.published = true;
        }
    }

    @Override
    public OptionalInt poll() {
        if (published) {
            return OptionalInt.of(data);
        }
        return OptionalInt.empty();
    }
}
