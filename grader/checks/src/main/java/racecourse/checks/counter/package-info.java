/** The checks of lab 11, a counter guarded by a mutex. */
@NullMarked
package racecourse.checks.counter;

import org.jspecify.annotations.NullMarked;
