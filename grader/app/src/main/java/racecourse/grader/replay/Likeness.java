package racecourse.grader.replay;

/** How what a detector sees now is like what it saw then. */
public enum Likeness {
    /** The same. */
    SAME,
    /** The same words with other numbers, such as which of several threads it was: real threads leave that to chance. */
    SAME_BUT_FOR_NUMBERS,
    /** Nothing is seen now. */
    UNSEEN,
    /** Something else is seen. */
    OTHER;

    /** Returns whether the same fault is seen. */
    public boolean isSame() {
        return this == SAME || this == SAME_BUT_FOR_NUMBERS;
    }
}
