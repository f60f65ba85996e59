package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile int data;
    private volatile boolean published;

    @Override
    public void publish(int data) {
        this.data = data;
        this.published = true;
    }

    @Override
    public OptionalInt poll() {
        OptionalInt result = OptionalInt.of(data);
        if (!published) {
            result = OptionalInt.empty();
        }
        return result;
    }
}
