package racecourse.grader.cli;

/** What the program's exit code says. */
final class ExitCodes {
    /** Graded, whatever the score. */
    static final int GRADED = 0;

    /** Graded, and a score is under what was asked for. */
    static final int FAILED_UNDER = 1;

    /** Replayed, and every time the same was seen. */
    static final int SAME = 0;

    /** Replayed, and something else was seen. */
    static final int DIFFERENT = 1;

    /** The command line is wrong, or a submission cannot be read, or is not what it was. */
    static final int USAGE = 2;

    /** The grader itself failed, or something stayed undecided where nothing may. */
    static final int GRADER = 3;

    private ExitCodes() {}
}
