package racecourse.contract.tickets;

/**
 * Where the number of tickets left is kept.
 *
 * <p>Each call is atomic and visible to all threads; a {@code read} followed by a {@code write} is not. The store's own
 * monitor belongs to the store: an office does not lock it. Whatever a store throws reaches the office's caller.
 */
public interface TicketStore {
    /**
     * Returns the number of tickets left.
     *
     * <p><b>Threads:</b> any number of threads at once.
     *
     * @return tickets left, as last written
     */
    int read();

    /**
     * Replaces the number of tickets left.
     *
     * <p><b>Threads:</b> any number of threads at once.
     *
     * <p><b>Memory:</b> happens-before every later {@link #read}.
     *
     * @param remaining tickets left
     */
    void write(int remaining);
}
