package racecourse.checks.engine.locks;

/** What a finding is worth. */
public enum Level {
    /** Proven: no run of the code on that path keeps the clause. */
    VIOLATION,
    /** Worth changing; costs nothing. */
    ADVICE,
    /** The model met something that it cannot follow. */
    NOT_JUDGED
}
