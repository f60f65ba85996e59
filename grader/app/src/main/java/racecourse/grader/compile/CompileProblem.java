package racecourse.grader.compile;

/**
 * One error that javac reports.
 *
 * @param file path below the sources, or empty
 * @param line from 1, or 0
 * @param message javac's own words
 */
public record CompileProblem(String file, long line, String message) {
    /** Returns the problem as javac would print it. */
    public String text() {
        return file.isEmpty() ? message : file + ":" + line + ": " + message;
    }
}
