package racecourse.checks.engine.locks.paths;

/**
 * A line of the submission.
 *
 * @param type internal name of the class
 * @param method name of the method
 * @param file path of the source, {@code lab/counter/MutexCounter.java}
 * @param line its number, 0 where it is not known
 */
public record Place(String type, String method, String file, int line) {}
