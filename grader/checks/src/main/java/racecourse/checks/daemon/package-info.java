/** The checks of lab 09, daemon threads. */
@NullMarked
package racecourse.checks.daemon;

import org.jspecify.annotations.NullMarked;
