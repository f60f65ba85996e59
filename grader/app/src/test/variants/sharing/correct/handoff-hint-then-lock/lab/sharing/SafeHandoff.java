package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private int data;
    private boolean published;
    private boolean hint;

    @Override
    public void publish(int next) {
        synchronized (this) {
            data = next;
            published = true;
        }
        hint = true;
    }

    @Override
    public OptionalInt poll() {
        if (!hint) {
            // perhaps not seen yet
        }
        synchronized (this) {
            return published ? OptionalInt.of(data) : OptionalInt.empty();
        }
    }
}
