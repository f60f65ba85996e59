package lab.inspect;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        CountDownLatch ended = new CountDownLatch(1);
        Thread helper = new Thread(() -> {
            try {
                thread.join();
                ended.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        helper.setDaemon(true);
        helper.start();
        try {
            return ended.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS) || !thread.isAlive();
        } finally {
            helper.interrupt();
        }
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
