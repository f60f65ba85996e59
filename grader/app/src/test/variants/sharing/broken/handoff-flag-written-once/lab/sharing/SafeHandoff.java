package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private int data;
    private volatile boolean published;

    @Override
    public void publish(int data) {
        this.data = data;
        if (!published) {
            published = true;
        }
    }

    @Override
    public OptionalInt poll() {
        return published ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
