/** The command line. */
@NullMarked
package racecourse.grader.cli;

import org.jspecify.annotations.NullMarked;
