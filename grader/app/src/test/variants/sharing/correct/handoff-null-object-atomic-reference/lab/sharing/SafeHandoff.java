package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final AtomicReference<Message> last = new AtomicReference<>(new Message.None());

    @Override
    public void publish(int data) {
        last.getAndUpdate(ignored -> new Message.Some(data));
    }

    @Override
    public OptionalInt poll() {
        return last.get().data();
    }
}
