/**
 * First step: finds the sources of a submission and takes a copy of them, and of nothing else. What comes after works on
 * that copy, so it does not matter what happens to the submission meanwhile.
 */
@NullMarked
package racecourse.grader.intake;

import org.jspecify.annotations.NullMarked;
