package racecourse.checks.engine.exclusion;

import racecourse.contract.Pause;

/** An object with a number from which one operation takes one, in a critical section with a pause in it. */
public interface Section {
    /**
     * Takes one off.
     *
     * @throws Throwable whatever the submission throws
     */
    void take() throws Throwable;

    /**
     * Returns what is left.
     *
     * @return the number
     * @throws Throwable whatever the submission throws
     */
    int left() throws Throwable;

    /** Makes sections, and knows how its operations are called. */
    interface Maker {
        /**
         * Makes a fresh section that shares nothing with others.
         *
         * @param start the number
         * @param pause called in the middle of {@link Section#take}
         * @return the section
         * @throws Throwable whatever the submission throws
         */
        Section make(int start, Pause pause) throws Throwable;

        /** Returns how {@link Section#take} reads in the lab: {@code decrement()}. */
        String take();

        /** Returns how {@link Section#left} reads in the lab: {@code value()}. */
        String left();
    }
}
