package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private int data;
    private boolean published;

    @Override
    public void publish(int data) {
        this.data = data;
        this.published = true;
    }

    @Override
    public OptionalInt poll() {
        return published ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
