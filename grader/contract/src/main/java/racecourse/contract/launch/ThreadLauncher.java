package racecourse.contract.launch;

/**
 * Starts threads in the two ways of old.
 *
 * <p>Implement it as {@code lab.launch.TwoWaysLauncher} with the public constructor {@code TwoWaysLauncher()}.
 * {@code null} is a {@link NullPointerException}. Nothing is printed.
 *
 * <p>Either way the thread is started when the call returns, and the caller goes on at once, interrupted or not. The thread
 * is this body's alone: it ends when the body has ended, and waits for no other launch. Whatever the body throws, the very
 * object, reaches the thread's uncaught exception handler, which the launcher leaves as it is, and nobody else.
 */
public interface ThreadLauncher {
    /**
     * Starts a {@link Thread} that was given a {@link Runnable}.
     *
     * <p><b>Source:</b> the notes' starting of threads; JLS 17.4.4 (starting synchronizes).
     *
     * @param name the thread's name
     * @param body what it runs, on that thread, once
     * @return the thread, an instance of exactly {@link Thread}
     */
    Thread launchRunnable(String name, Runnable body);

    /**
     * Starts an instance of a subclass of {@link Thread} that overrides {@link Thread#run}.
     *
     * @param name the thread's name
     * @param body what it runs, on that thread, once
     * @return the thread, not an instance of exactly {@link Thread}
     */
    Thread launchSubclass(String name, Runnable body);
}
