package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile Message last;

    @Override
    public void publish(int data) {
        last = new Message();
        last.data = data;
    }

    @Override
    public OptionalInt poll() {
        Message seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data);
    }

    private static final class Message {
        private volatile int data;
    }
}
