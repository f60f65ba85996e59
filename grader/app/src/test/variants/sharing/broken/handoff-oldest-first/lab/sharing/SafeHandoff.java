package lab.sharing;

import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final Queue<Integer> published = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(int data) {
        published.add(data);
    }

    @Override
    public OptionalInt poll() {
        Integer data = published.peek();
        return data == null ? OptionalInt.empty() : OptionalInt.of(data);
    }
}
