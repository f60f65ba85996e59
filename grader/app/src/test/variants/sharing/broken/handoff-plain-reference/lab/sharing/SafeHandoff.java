package lab.sharing;

import java.util.OptionalInt;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private record Message(int data) {}

    private Message last;

    @Override
    public void publish(int data) {
        last = new Message(data);
    }

    @Override
    public OptionalInt poll() {
        Message seen = last;
        return seen == null ? OptionalInt.empty() : OptionalInt.of(seen.data());
    }
}
