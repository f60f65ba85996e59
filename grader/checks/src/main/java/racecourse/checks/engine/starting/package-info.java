/** Trials over anything that starts a thread for a body: who runs it, how often, and whether the caller goes on. */
@NullMarked
package racecourse.checks.engine.starting;

import org.jspecify.annotations.NullMarked;
