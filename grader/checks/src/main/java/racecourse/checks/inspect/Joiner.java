package racecourse.checks.inspect;

import java.time.Duration;

/** Waits for a thread to end, for a time at most: what the submission does, and what controls do. */
@FunctionalInterface
interface Joiner {
    /** Returns whether the thread has ended. */
    boolean joinFor(Thread thread, Duration limit) throws InterruptedException;
}
