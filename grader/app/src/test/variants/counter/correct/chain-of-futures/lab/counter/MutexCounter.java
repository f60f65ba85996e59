package lab.counter;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Pause pause;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        queueUp(mine).join();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mine.complete(null);
        }
    }

    private synchronized CompletableFuture<Void> queueUp(CompletableFuture<Void> mine) {
        CompletableFuture<Void> before = last;
        last = mine;
        return before;
    }

    @Override
    public int value() {
        return number;
    }
}
