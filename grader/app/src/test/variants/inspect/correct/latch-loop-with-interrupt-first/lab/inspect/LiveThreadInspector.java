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
        if (!thread.isAlive()) {
            return true;
        }
        if (limit.compareTo(Duration.ZERO) <= 0) {
            return false;
        }

        if (Thread.interrupted()) {
            throw new InterruptedException("before the wait");
        }
        long begin = System.nanoTime();
        Duration left = limit;
        while (thread.isAlive() && !left.isNegative() && !left.isZero()) {
            Duration slice = left.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : left;
            thread.join(slice.toMillis() + 1);
            left = limit.minusNanos(System.nanoTime() - begin);
        }
        return !thread.isAlive();
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
