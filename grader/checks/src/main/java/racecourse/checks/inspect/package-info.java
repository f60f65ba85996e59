/** The checks of lab 08, what can be asked of threads. */
@NullMarked
package racecourse.checks.inspect;

import org.jspecify.annotations.NullMarked;
