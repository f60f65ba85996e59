package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private int data;
    private volatile boolean published;

    @Override
    public void publish(int next) {
        synchronized (this) {
            data = next;
            published = true;
        }
    }

    @Override
    public OptionalInt poll() {
        if (published) {
            return OptionalInt.of(data);
        }
        synchronized (this) {
            return published ? OptionalInt.of(data) : OptionalInt.empty();
        }
    }
}
