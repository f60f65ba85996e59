/** The checks of lab 03, tickets sold under mutual exclusion between threads and between processes. */
@NullMarked
package racecourse.checks.tickets;

import org.jspecify.annotations.NullMarked;
