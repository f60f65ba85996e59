package lab.inspect;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import racecourse.contract.inspect.ThreadInspector;

public class LiveThreadInspector implements ThreadInspector {
    @Override
    public boolean joinFor(Thread thread, Duration limit) throws InterruptedException {
        Objects.requireNonNull(thread);
        Objects.requireNonNull(limit);
        if (thread.getState() == Thread.State.NEW) {
            throw new IllegalArgumentException("not started");
        }
        if (!limit.isNegative() && !limit.isZero()) {
            thread.join(roundedUp(limit));
        }
        return !thread.isAlive();
    }

    private static long roundedUp(Duration limit) {
        if (limit.compareTo(Duration.ofMillis(Long.MAX_VALUE)) >= 0) {
            return Long.MAX_VALUE;
        }
        return limit.plusNanos(999_999).toMillis();
    }

    @Override
    public long processId() {
        return ProcessHandle.current().pid();
    }

    @Override
    public int aliveCount(Collection<Thread> threads) {
        int alive = 0;
        for (Thread thread : threads) {
            if (thread.getState() == Thread.State.RUNNABLE) {
                alive++;
            }
        }
        return alive;
    }

    @Override
    public String currentName() {
        return Thread.currentThread().getName();
    }
}
