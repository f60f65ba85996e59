/** What is told of started processes from outside. */
@NullMarked
package racecourse.checks.engine.processes;

import org.jspecify.annotations.NullMarked;
