package racecourse.checks.engine.locks.habits;

import racecourse.checks.engine.locks.paths.MethodCode;
import racecourse.checks.engine.locks.paths.Submission;

/** One habit, as it shows in one method. */
interface Habit {
    /** Returns the rule's stable id, which is the stem of its texts too. */
    String id();

    /** Returns whether it is one only where it hits who calls: a thread of the submission's own may be meant so. */
    default boolean concernsCallersOnly() {
        return false;
    }

    /**
     * Looks for it.
     *
     * @param submission where types are looked up
     * @param method the method
     * @param told is told of each place
     */
    void look(Submission submission, MethodCode method, Told told);

    /** Takes note. */
    @FunctionalInterface
    interface Told {
        /**
         * Notes a place.
         *
         * @param at which instruction
         * @param what fills the first hole of the text
         */
        void of(int at, String what);
    }
}
