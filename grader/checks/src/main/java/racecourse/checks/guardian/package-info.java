/** The checks of lab 02, a daemon process. */
@NullMarked
package racecourse.checks.guardian;

import org.jspecify.annotations.NullMarked;
