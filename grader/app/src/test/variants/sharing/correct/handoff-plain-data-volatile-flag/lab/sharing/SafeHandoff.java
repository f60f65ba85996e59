package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private int data;
    private volatile boolean published;

    @Override
    public void publish(int data) {
        this.data = data;
        this.published = true;
    }

    @Override
    public OptionalInt poll() {
        if (published) {
            return OptionalInt.of(data);
        }
        return OptionalInt.empty();
    }
}
