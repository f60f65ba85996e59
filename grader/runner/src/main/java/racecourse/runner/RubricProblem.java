package racecourse.runner;

/** A rubric that cannot be used; the message says which file, what is wrong, and what to do. */
public final class RubricProblem extends Exception {
    private static final long serialVersionUID = 1L;

    RubricProblem(String message) {
        super(message);
    }
}
