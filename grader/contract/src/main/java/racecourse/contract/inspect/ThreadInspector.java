package racecourse.contract.inspect;

import java.time.Duration;
import java.util.Collection;

/**
 * Asks threads what they can tell.
 *
 * <p>Implement it as {@code lab.inspect.LiveThreadInspector} with the public constructor {@code LiveThreadInspector()}.
 * {@code null} is a {@link NullPointerException}. Nothing is printed.
 */
public interface ThreadInspector {
    /**
     * Waits for a thread to end, for a time at most.
     *
     * <p><b>Blocking:</b> returns {@code true} as soon as the thread has ended, and never {@code false} before the limit has
     * passed. Any duration will do, the largest, too; zero or less only looks. A limit of less than a millisecond still
     * waits.
     *
     * <p><b>Interruption:</b> interrupted while it waits, or before when it has to wait, it throws, and the thread goes on
     * undisturbed; where it only looks it ignores an interrupt.
     *
     * <p><b>Errors:</b> {@link IllegalArgumentException} for a thread that was not started, whatever the limit.
     *
     * <p><b>Source:</b> the notes' {@code join}; {@link Thread#join(long)}.
     *
     * @param thread the thread
     * @param limit how long
     * @return whether it has ended
     * @throws InterruptedException if the calling thread is interrupted
     */
    boolean joinFor(Thread thread, Duration limit) throws InterruptedException;

    /**
     * Returns the process id of this JVM: the same for all of its threads.
     *
     * @return the process id
     */
    long processId();

    /**
     * Returns how many of some threads are alive. A thread that was not started is not.
     *
     * @param threads the threads; one that is in it twice counts twice
     * @return how many elements are alive
     */
    int aliveCount(Collection<Thread> threads);

    /**
     * Returns the name of the calling thread.
     *
     * @return its name
     */
    String currentName();
}
