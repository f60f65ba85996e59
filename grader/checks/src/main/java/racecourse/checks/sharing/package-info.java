/** The checks of lab 10: threads share memory, processes do not. */
@NullMarked
package racecourse.checks.sharing;

import org.jspecify.annotations.NullMarked;
