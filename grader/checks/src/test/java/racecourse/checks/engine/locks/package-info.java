/** Golden examples of the rules about locks: what they must prove, and what they must leave in peace. */
@NullMarked
package racecourse.checks.engine.locks;

import org.jspecify.annotations.NullMarked;
