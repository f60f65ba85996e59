/**
 * The checks of lab 06: a queue that can be joined, and chefs and diners around it. The queue's own contract is lab 04's;
 * a serving is watched through its eater, which notes, holds and fails.
 */
@NullMarked
package racecourse.checks.kitchen;

import org.jspecify.annotations.NullMarked;
