package lab.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import racecourse.contract.inspect.ThreadInspector;

/** Waits for a caller from outside, who may come or not: whether it ever ends is undecided. */
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
        try (ServerSocket door = new ServerSocket(0)) {
            door.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return threads.size();
    }

    @Override
    public String currentName() {
        return Thread.currentThread().getName();
    }
}
