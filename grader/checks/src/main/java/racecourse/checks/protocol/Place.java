package racecourse.checks.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A line of the submission.
 *
 * @param file path below the sources, {@code lab/counter/MutexCounter.java}
 * @param line from 1; 0 where it is not known
 * @param remark what happens there, or {@code null}
 */
public record Place(String file, int line, @Nullable Message remark) {}
