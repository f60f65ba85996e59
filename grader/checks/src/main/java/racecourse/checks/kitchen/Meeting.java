package racecourse.checks.kitchen;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that wait for each other and go on at the same moment. Nobody waits for long: one may come alone. */
final class Meeting {
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final int size;
    private final AtomicInteger here = new AtomicInteger();

    Meeting(int size) {
        this.size = size;
    }

    /** Waits for the others, awake, because waking up takes longer than what is to be met. */
    @SuppressWarnings("ThreadPriorityCheck") // the yield lets the others come; nothing depends on it
    void arrive() {
        here.incrementAndGet();
        long begin = System.nanoTime();
        while (here.get() < size && System.nanoTime() - begin < LIMIT_NANOS) {
            Thread.yield();
        }
    }
}
