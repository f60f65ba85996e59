package racecourse.grader.report;

import java.util.List;

/**
 * What there is to say about a line of a submission.
 *
 * @param rule id of the rule, or of the check, that says it
 * @param weight how much it is worth
 * @param text what it says, a fact a line
 * @param at the line
 * @param further more lines that belong to it
 * @param identity what it has in common with the same remark in another grading, wherever the line has moved to
 */
record Annotation(String rule, Weight weight, String text, Spot at, List<Spot> further, String identity) {
    Annotation {
        further = List.copyOf(further);
    }

    /** How much an annotation is worth. */
    enum Weight {
        /** It has cost points. */
        ERROR,
        /** It is advice. */
        NOTE,
        /** The rule could not follow the code here. */
        OPEN
    }

    /**
     * A line.
     *
     * @param file path below the sources, {@code lab/counter/MutexCounter.java}
     * @param line from 1; 0 where it is not known
     * @param remark what happens there; may be empty
     */
    record Spot(String file, int line, String remark) {}
}
