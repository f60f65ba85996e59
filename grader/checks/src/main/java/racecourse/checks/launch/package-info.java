/** The checks of lab 07, two ways to start a thread. */
@NullMarked
package racecourse.checks.launch;

import org.jspecify.annotations.NullMarked;
