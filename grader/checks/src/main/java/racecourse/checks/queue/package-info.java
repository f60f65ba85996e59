/**
 * The checks of lab 04, a bounded message queue. They take the class to check by name, for another lab's queue keeps the
 * same contract.
 */
@NullMarked
package racecourse.checks.queue;

import org.jspecify.annotations.NullMarked;
