/**
 * The grader's own exam: submissions with one mistake each, which it must catch, and submissions in other styles, which
 * it must spare.
 */
@NullMarked
package racecourse.grader.exam;

import org.jspecify.annotations.NullMarked;
