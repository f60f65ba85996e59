package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public class SafeHandoff implements Handoff {
    private volatile int data;

    @Override
    public void publish(int next) {
        data = next;
    }

    @Override
    public OptionalInt poll() {
        return data == 0 ? OptionalInt.empty() : OptionalInt.of(data);
    }
}
