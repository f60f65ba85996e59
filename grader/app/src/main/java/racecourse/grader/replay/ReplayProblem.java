package racecourse.grader.replay;

/** A result that cannot be replayed; the message says what to do about it. */
public final class ReplayProblem extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayProblem(String message) {
        super(message);
    }

    ReplayProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
