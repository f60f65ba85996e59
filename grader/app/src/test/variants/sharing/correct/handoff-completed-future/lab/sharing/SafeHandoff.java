package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private volatile CompletableFuture<OptionalInt> last = CompletableFuture.completedFuture(OptionalInt.empty());

    @Override
    public void publish(int data) {
        CompletableFuture<OptionalInt> next = new CompletableFuture<>();
        next.complete(OptionalInt.of(data));
        last = next;
    }

    @Override
    public OptionalInt poll() {
        return last.join();
    }
}
