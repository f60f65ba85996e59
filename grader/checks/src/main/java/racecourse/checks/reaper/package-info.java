/** The checks of lab 01, zombie and orphan processes. */
@NullMarked
package racecourse.checks.reaper;

import org.jspecify.annotations.NullMarked;
