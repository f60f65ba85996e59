/** Tests of the habits. */
@NullMarked
package racecourse.checks.engine.locks.habits;

import org.jspecify.annotations.NullMarked;
