package racecourse.contract.sharing;

import java.util.OptionalInt;

/**
 * Hands data from one thread to others. Implement it as {@code lab.sharing.SafeHandoff} with the public constructor
 * {@code SafeHandoff()}. Nothing is printed.
 */
public interface Handoff {
    /**
     * Publishes data, in place of what was published before.
     *
     * <p><b>Threads:</b> one publisher at a time, not always the same thread; any number may poll meanwhile.
     *
     * <p><b>Memory:</b> who sees that data was published sees the data. Seeing that it was published, but not the data,
     * is the failure.
     *
     * <p><b>Source:</b> JCIP 3.5 (safe publication); JLS 17.4.5.
     *
     * @param data any number
     */
    void publish(int data);

    /**
     * Returns what was published last, and takes nothing away.
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * @return empty before the first {@link #publish}; afterwards the data of the last one that was completed before this
     *     call, or of one running during it
     */
    OptionalInt poll();
}
