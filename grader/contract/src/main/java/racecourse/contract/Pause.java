package racecourse.contract;

/**
 * The slow work in the middle of a critical section: what {@code time.sleep()} stands for in the notes.
 *
 * <p>A class that takes a pause calls it on the calling thread and inside its own mutual exclusion, between reading
 * shared state and writing it back. The checks use that hook to make the worst interleaving happen on purpose.
 */
@FunctionalInterface
public interface Pause {
    /** A pause that takes no time. */
    Pause NONE = () -> {};

    /**
     * Takes as long as it likes.
     *
     * <p><b>Threads:</b> runs on the thread that called the lab's method. It never calls back into the object that
     * called it.
     *
     * <p><b>Errors:</b> may throw any {@link Throwable}. The very object thrown reaches the caller of the lab's method;
     * nothing has changed then, and the mutex is free.
     *
     * <p><b>Source:</b> the notes' {@code sleep} between the read and the write of the shared number.
     */
    void pause();
}
