/**
 * Runs a method of a submission on symbols instead of values, path by path, and keeps what happens to locks and shared
 * fields on the way. Every path tells whether it is certain: only of those may a rule say that they happen.
 */
@NullMarked
package racecourse.checks.engine.locks.paths;

import org.jspecify.annotations.NullMarked;
