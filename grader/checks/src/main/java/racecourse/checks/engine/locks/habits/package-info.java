/**
 * Habits that lead into trouble with threads, in whatever lab: advice, which costs nothing, beside what the checks see.
 */
@NullMarked
package racecourse.checks.engine.locks.habits;

import org.jspecify.annotations.NullMarked;
