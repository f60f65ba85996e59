package lab.inspect;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
        Thread caller = Thread.currentThread();
        Thread helper = new Thread(() -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.unpark(caller);
        });
        helper.setDaemon(true);
        helper.start();
        long nanos = TimeUnit.NANOSECONDS.convert(limit);
        long begin = System.nanoTime();
        try {
            for (long left = nanos; thread.isAlive() && left > 0; left = nanos - (System.nanoTime() - begin)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(left);
            }
            if (thread.isAlive() && Thread.interrupted()) {
                throw new InterruptedException();
            }
        } finally {
            helper.interrupt();
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
