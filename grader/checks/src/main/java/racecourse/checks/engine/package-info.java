/**
 * The machinery that finds faults: threads that are watched, places where they are held, proofs that a wait is
 * endless. It knows no lab.
 */
@NullMarked
package racecourse.checks.engine;

import org.jspecify.annotations.NullMarked;
