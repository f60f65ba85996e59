package racecourse.runner;

/**
 * Points of a check, a lab or a submission.
 *
 * @param earned observed to be right
 * @param lost observed or proven to be wrong
 * @param undecided inconclusive or a grader's error: neither earned nor lost
 * @param max the maximum, without bonus and without what is not applicable
 */
public record Points(double earned, double lost, double undecided, double max) {
    /** No points at all. */
    public static final Points NONE = new Points(0, 0, 0, 0);

    /**
     * Adds.
     *
     * @param other more points
     * @return the sum
     */
    public Points plus(Points other) {
        return new Points(earned + other.earned, lost + other.lost, undecided + other.undecided, max + other.max);
    }
}
