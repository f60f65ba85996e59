package lab.inspect;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import racecourse.contract.inspect.ThreadInspector;

/** Asks the threads themselves, and remembers nothing. */
public final class LiveThreadInspector implements ThreadInspector {
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    @Override
    public boolean joinFor(Thread thread, Duration limit) throws InterruptedException {
        Objects.requireNonNull(limit, "limit");
        if (thread.getState() == Thread.State.NEW) {
            throw new IllegalArgumentException(thread.getName() + " was not started");
        }
        if (limit.compareTo(Duration.ZERO) > 0) {
            thread.join(millis(limit));
        }
        return !thread.isAlive();
    }

    /** Rounds up: a part of a millisecond is one, and so never the zero that means for ever. */
    private static long millis(Duration limit) {
        return limit.compareTo(LONGEST) >= 0
                ? Long.MAX_VALUE
                : limit.plusNanos(999_999).toMillis();
    }

    @Override
    public long processId() {
        return ProcessHandle.current().pid();
    }

    @Override
    public int aliveCount(Collection<Thread> threads) {
        int alive = 0;
        for (Thread thread : threads) {
            if (thread.isAlive()) {
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
