/** Takes a compiled submission through the workers and adds up its points. What comes out is all that a report needs. */
@NullMarked
package racecourse.grader.run;

import org.jspecify.annotations.NullMarked;
