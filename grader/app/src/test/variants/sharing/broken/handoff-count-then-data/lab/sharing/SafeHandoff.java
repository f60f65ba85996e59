package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile int count;
    private volatile int data;

    @Override
    public void publish(int next) {
        count++;
        data = next;
    }

    @Override
    public OptionalInt poll() {
        return count > 0 ? OptionalInt.of(data) : OptionalInt.empty();
    }
}
