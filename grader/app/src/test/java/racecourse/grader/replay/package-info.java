/** Tests of what makes two runs alike. */
@NullMarked
package racecourse.grader.replay;

import org.jspecify.annotations.NullMarked;
