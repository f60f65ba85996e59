/**
 * Processes that the kit can tell what to do, whoever has started them: they connect back, so that their life and their
 * end are seen whether or not they are children of this JVM. Nothing of it outlives the {@code Nursery}.
 */
@NullMarked
package racecourse.checks.engine.children;

import org.jspecify.annotations.NullMarked;
