/** What the checks of a queue take for right and for wrong. */
@NullMarked
package racecourse.checks.queue;

import org.jspecify.annotations.NullMarked;
