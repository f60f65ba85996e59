/**
 * Systematic interleavings under sequential consistency, by Lincheck's model checker. Its types stay in two classes
 * here; scenarios and findings are ours.
 */
@NullMarked
package racecourse.checks.engine.explore;

import org.jspecify.annotations.NullMarked;
