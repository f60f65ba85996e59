package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final AtomicReference<Thread> publisher = new AtomicReference<>();
    private volatile OptionalInt last = OptionalInt.empty();

    @Override
    public void publish(int data) {
        Thread me = Thread.currentThread();
        if (!publisher.compareAndSet(null, me) && publisher.get() != me) {
            throw new IllegalStateException("there is another publisher: " + publisher.get().getName());
        }
        last = OptionalInt.of(data);
    }

    @Override
    public OptionalInt poll() {
        return last;
    }
}
