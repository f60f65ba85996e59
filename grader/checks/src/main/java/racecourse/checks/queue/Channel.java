package racecourse.checks.queue;

import org.jspecify.annotations.Nullable;
import racecourse.contract.queue.QueueEmptyException;
import racecourse.contract.queue.QueueFullException;

/** A bounded queue as trials use it: a submission's, or a planted one. */
interface Channel {
    /** What {@link #getNoWait} returns when it refuses; the null of a wrong queue is another thing. */
    Object REFUSED = new Object() {
        @Override
        public String toString() {
            return "refused";
        }
    };

    /** Returns whether a call that should wait has refused instead, which is one check's affair only. */
    static boolean isRefusal(@Nullable Throwable thrown) {
        return thrown instanceof QueueFullException || thrown instanceof QueueEmptyException;
    }

    /** Waits while full. */
    void put(@Nullable Object item) throws Throwable;

    /** Waits while empty. */
    @Nullable
    Object get() throws Throwable;

    /** Returns false when it refuses. */
    boolean putNoWait(@Nullable Object item) throws Throwable;

    /** Returns {@link #REFUSED} when it refuses. */
    @Nullable
    Object getNoWait() throws Throwable;

    boolean isFull() throws Throwable;

    boolean isEmpty() throws Throwable;

    int size() throws Throwable;

    int capacity() throws Throwable;

    /** Makes channels. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes an empty one.
         *
         * @param capacity how much it holds
         * @return the channel
         * @throws Throwable whatever the submission throws
         */
        Channel make(int capacity) throws Throwable;
    }
}
