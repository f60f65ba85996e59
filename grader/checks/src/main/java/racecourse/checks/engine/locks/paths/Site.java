package racecourse.checks.engine.locks.paths;

/**
 * An instruction, reached by a certain chain of calls.
 *
 * @param context the chain of calls, numbered
 * @param instruction index in its method
 */
public record Site(int context, int instruction) {}
