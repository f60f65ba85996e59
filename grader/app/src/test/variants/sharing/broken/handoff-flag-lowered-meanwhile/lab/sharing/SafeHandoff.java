package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile int data;
    private volatile boolean ready;

    @Override
    public void publish(int data) {
        ready = false;
        this.data = data;
        ready = true;
    }

    @Override
    public OptionalInt poll() {
        if (ready) {
            return OptionalInt.of(data);
        }
        return OptionalInt.empty();
    }
}
