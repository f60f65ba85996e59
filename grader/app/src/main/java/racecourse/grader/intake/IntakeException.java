package racecourse.grader.intake;

/** A submission that cannot be read; the message says what to do about it. */
public final class IntakeException extends Exception {
    private static final long serialVersionUID = 1L;

    IntakeException(String message) {
        super(message);
    }

    IntakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
