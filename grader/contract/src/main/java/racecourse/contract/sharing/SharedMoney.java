package racecourse.contract.sharing;

/**
 * An amount that threads share. Implement it as {@code lab.sharing.VisibleMoney} with the public constructor
 * {@code VisibleMoney(int initial)}. It behaves as if the amount were a volatile field. Nothing is printed.
 */
public interface SharedMoney {
    /**
     * Sets the amount.
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * <p><b>Memory:</b> happens-before every later {@link #get} of any thread, with no join.
     *
     * <p><b>Source:</b> the notes' shared data; JLS 17.4.5, JCIP 3.1.4 (volatile).
     *
     * @param amount the amount
     */
    void set(int amount);

    /**
     * Returns the amount that was set last.
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * @return the amount
     */
    int get();
}
