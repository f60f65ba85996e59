/**
 * Calls of a submission replayed under a weak memory: every access to a field and everything that orders memory is seen,
 * so another thread can be let in before any access, and a read that nothing orders after a write can be given the older
 * value. What is found needs neither luck nor a processor that shows it.
 */
@NullMarked
package racecourse.checks.engine.memory;

import org.jspecify.annotations.NullMarked;
