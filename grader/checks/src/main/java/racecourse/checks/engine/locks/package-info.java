/**
 * Rules about locks, proven on a model of the bytecode. A violation names a path that certainly can be taken and the
 * clause that it breaks; what the model cannot follow is said, and accuses nobody.
 */
@NullMarked
package racecourse.checks.engine.locks;

import org.jspecify.annotations.NullMarked;
