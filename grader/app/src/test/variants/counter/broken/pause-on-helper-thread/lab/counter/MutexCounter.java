package lab.counter;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        lock.lock();
        try {
            int n = number;
            runPause();
            number = n - 1;
        } finally {
            lock.unlock();
        }
    }

    private void runPause() {
        CompletableFuture<Throwable> result = new CompletableFuture<>();
        new Thread(() -> {
            try {
                pause.pause();
                result.complete(null);
            } catch (Throwable t) {
                result.complete(t);
            }
        }).start();
        Throwable thrown = result.join();
        if (thrown != null) {
            MutexCounter.<RuntimeException>rethrow(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable t) throws T {
        throw (T) t;
    }

    @Override
    public int value() {
        return number;
    }
}
