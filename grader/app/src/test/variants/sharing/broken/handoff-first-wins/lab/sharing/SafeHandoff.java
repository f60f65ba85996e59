package lab.sharing;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import racecourse.contract.sharing.Handoff;

public final class SafeHandoff implements Handoff {
    private final CompletableFuture<Integer> result = new CompletableFuture<>();

    @Override
    public void publish(int data) {
        result.complete(data);
    }

    @Override
    public OptionalInt poll() {
        Integer data = result.getNow(null);
        return data == null ? OptionalInt.empty() : OptionalInt.of(data);
    }
}
