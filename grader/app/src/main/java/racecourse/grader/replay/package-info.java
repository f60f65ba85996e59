/**
 * Repeats what a result says: the same check, by the same detectors, with the same seed, on the same sources. What was
 * seen then and what is seen now are compared as records.
 */
@NullMarked
package racecourse.grader.replay;

import org.jspecify.annotations.NullMarked;
