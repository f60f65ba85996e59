package racecourse.checks.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The threads that a submission leaves behind in this JVM. */
public final class Leftovers {
    private static final long LET_END_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Set<Thread> before = Threads.alive();

    /**
     * Returns whether no thread of the submission is left; gives those that are about to end a moment to do so.
     *
     * @return whether the JVM is as it was
     */
    public boolean areNone() {
        return settle(false);
    }

    /**
     * Returns whether no thread of the submission is left that would take time from what comes next. A thread that
     * waits, even for ever, does not.
     *
     * @return whether what comes next can run in this JVM
     */
    public boolean areQuiet() {
        return settle(true);
    }

    private boolean settle(boolean mayWait) {
        long end = System.nanoTime() + LET_END_NANOS;
        while (!left(mayWait).isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return true;
    }

    private List<Thread> left(boolean mayWait) {
        return Threads.alive().stream()
                .filter(thread -> !before.contains(thread))
                .filter(Leftovers::isOfTheSubmission)
                .filter(thread -> !mayWait || Threads.waitingAt(thread) == null)
                .toList();
    }

    private static boolean isOfTheSubmission(Thread thread) {
        return thread instanceof Actor.Body
                || !Threads.ownFrames(List.of(thread.getStackTrace())).isEmpty();
    }
}
