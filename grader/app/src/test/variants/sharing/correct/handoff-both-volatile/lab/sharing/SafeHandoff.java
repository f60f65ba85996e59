package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile int data;
    private volatile boolean published;

    @Override
    public void publish(int next) {
        data = next;
        published = true;
    }

    @Override
    public OptionalInt poll() {
        return published ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
