package racecourse.checks.engine;

import org.jspecify.annotations.Nullable;

/** A call on a submission's object, as an {@link Actor} makes it. */
@FunctionalInterface
public interface Call {
    /**
     * Makes the call.
     *
     * @return what it returned, {@code null} for nothing
     * @throws Throwable whatever the submission throws
     */
    @Nullable
    Object make() throws Throwable;

    /** A call that returns nothing. */
    @FunctionalInterface
    interface Action {
        /**
         * Makes the call.
         *
         * @throws Throwable whatever the submission throws
         */
        void make() throws Throwable;
    }

    /**
     * Makes a call of an action.
     *
     * @param action what to do
     * @return the call
     */
    static Call of(Action action) {
        return () -> {
            action.make();
            return null;
        };
    }
}
