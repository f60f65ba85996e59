package racecourse.runner;

/** The command that repeats a check, one that its reader has: a student Maven, an instructor the grader. */
@FunctionalInterface
public interface Again {
    /**
     * Returns the command.
     *
     * @param check the check's id
     * @return one line
     */
    String command(String check);
}
