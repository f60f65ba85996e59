package lab.counter;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "counter");
        t.setDaemon(true);
        return t;
    });
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        // one worker, so only one decrement at a time
        CompletableFuture.runAsync(() -> {
            int n = number;
            pause.pause();
            number = n - 1;
        }, worker).join();
    }

    @Override
    public int value() {
        return number;
    }
}
