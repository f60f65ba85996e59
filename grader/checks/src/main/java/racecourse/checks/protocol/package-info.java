/**
 * What crosses between a grader's JVM and the JVM of the student's code: requests in, frames out. Data only; nothing
 * here knows a score, and nothing here loads a class of a submission.
 */
@NullMarked
package racecourse.checks.protocol;

import org.jspecify.annotations.NullMarked;
