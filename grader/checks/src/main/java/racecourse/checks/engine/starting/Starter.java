package racecourse.checks.engine.starting;

import org.jspecify.annotations.Nullable;

/** An operation that starts a thread of some name for some body. */
public interface Starter {
    /**
     * Starts a thread.
     *
     * @param name the thread's name
     * @param body what it runs
     * @return what the submission returned, the thread if it is right
     * @throws Throwable whatever the submission throws
     */
    @Nullable
    Thread start(String name, Runnable body) throws Throwable;

    /** Returns how the operation reads in the lab: {@code launchRunnable(…)}. */
    String call();
}
