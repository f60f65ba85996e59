/** The command line as its user meets it, end to end, above all when what is given to it is bad. */
@NullMarked
package racecourse.grader.cli;

import org.jspecify.annotations.NullMarked;
