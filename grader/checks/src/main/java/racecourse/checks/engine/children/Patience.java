package racecourse.checks.engine.children;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for as long as this process runs: the time for which it was stopped, or the machine asleep, is nobody's. What a
 * limit is held against must not be a pause of the whole machine.
 */
public final class Patience {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    /** A wait that can be cut into slices. */
    @FunctionalInterface
    public interface Wait {
        /**
         * Waits for a while.
         *
         * @param slice how long at most
         * @return whether what it waits for has come
         */
        boolean forIt(Duration slice);
    }

    /**
     * Waits.
     *
     * @param limit how long at most
     * @param wait the wait
     * @return whether what it waits for has come
     */
    public static boolean wait(Duration limit, Wait wait) {
        long left = Math.max(1, limit.toNanos());
        while (left > 0) {
            long slice = Math.min(left, SLICE_NANOS);
            long begin = System.nanoTime();
            if (wait.forIt(Duration.ofNanos(slice))) {
                return true;
            }
            left -= Math.min(System.nanoTime() - begin, 2 * SLICE_NANOS);
        }
        return false;
    }
}
