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
        if (limit.compareTo(Duration.ZERO) <= 0) {
            return thread.getState() == Thread.State.TERMINATED;
        }
        if (limit.getSeconds() > Long.MAX_VALUE / 1000 - 1) {
            thread.join(Long.MAX_VALUE);
        } else {
            thread.join(limit.getSeconds() * 1000 + limit.getNano() / 1_000_000, limit.getNano() % 1_000_000);
        }
        return thread.getState() == Thread.State.TERMINATED;
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
