/** Child JVMs of the kit, for what only shows between processes. */
@NullMarked
package racecourse.checks.engine.processes;

import org.jspecify.annotations.NullMarked;
