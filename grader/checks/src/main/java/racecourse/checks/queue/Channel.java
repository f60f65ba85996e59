package racecourse.checks.queue;

import org.jspecify.annotations.Nullable;

/** A bounded queue as trials use it: a submission's, or a planted one. */
interface Channel {
    /** What {@link #getNoWait} returns when it refuses; the null of a wrong queue is another thing. */
    Object REFUSED = new Object() {
        @Override
        public String toString() {
            return "refused";
        }
    };

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
