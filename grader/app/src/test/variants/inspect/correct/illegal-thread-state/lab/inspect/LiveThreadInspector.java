package lab.inspect;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import racecourse.contract.inspect.ThreadInspector;

public class LiveThreadInspector implements ThreadInspector {
    @Override
    public boolean joinFor(Thread thread, Duration limit) throws InterruptedException {
        Objects.requireNonNull(thread);
        Objects.requireNonNull(limit);
        switch (thread.getState()) {
            case NEW:
                throw new IllegalThreadStateException(thread.getName());
            case TERMINATED:
                return true;
            default:
                break;
        }
        if (limit.isNegative() || limit.isZero()) {
            return false;
        }
        long seconds = limit.getSeconds();
        long millis = seconds >= Long.MAX_VALUE / 1000 ? Long.MAX_VALUE - 1 : seconds * 1000 + limit.getNano() / 1_000_000;
        thread.join(millis + 1);
        return thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public long processId() {
        String name = ManagementFactory.getRuntimeMXBean().getName();
        return Long.parseLong(name.substring(0, name.indexOf('@')));
    }

    @Override
    public int aliveCount(Collection<Thread> threads) {
        if (threads.contains(null)) {
            throw new NullPointerException("a thread is null");
        }
        return (int) threads.stream()
                .map(Thread::getState)
                .filter(state -> state != Thread.State.NEW && state != Thread.State.TERMINATED)
                .count();
    }

    @Override
    public String currentName() {
        return Thread.currentThread().getName();
    }
}
