package racecourse.contract.daemon;

/**
 * Starts threads that keep the JVM alive, and threads that do not.
 *
 * <p>Implement it as {@code lab.daemon.JvmDaemonLauncher} with the public constructor {@code JvmDaemonLauncher()}.
 * {@code null} is a {@link NullPointerException}. Nothing of the launcher's own, thread or hook, delays the end of the
 * JVM. Nothing is printed.
 */
public interface DaemonLauncher {
    /**
     * Starts a thread that does not keep the JVM alive.
     *
     * <p><b>Blocking:</b> does not wait for the body.
     *
     * <p><b>Source:</b> the notes' daemon threads; {@link Thread#setDaemon}.
     *
     * @param name the thread's name
     * @param body what it runs
     * @return the started thread
     */
    Thread startDaemon(String name, Runnable body);

    /**
     * Starts a thread that keeps the JVM alive until it ends, even when it is started from a daemon thread.
     *
     * <p><b>Blocking:</b> does not wait for the body.
     *
     * @param name the thread's name
     * @param body what it runs
     * @return the started thread
     */
    Thread startUser(String name, Runnable body);
}
