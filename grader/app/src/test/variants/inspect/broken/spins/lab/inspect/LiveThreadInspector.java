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
        if (limit.isNegative() || limit.isZero()) {
            return !thread.isAlive();
        }
        long begin = System.nanoTime();
        while (thread.isAlive() && Duration.ofNanos(System.nanoTime() - begin).compareTo(limit) < 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
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
