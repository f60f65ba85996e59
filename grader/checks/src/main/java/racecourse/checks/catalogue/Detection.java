package racecourse.checks.catalogue;

import racecourse.checks.engine.Subject;
import racecourse.checks.protocol.Outcome;

/** The code of a detector; runs in a worker, on a thread of its own. */
@FunctionalInterface
public interface Detection {
    /**
     * Looks for a fault.
     *
     * @param subject the submission
     * @return what was seen
     * @throws Throwable a {@link racecourse.checks.engine.Violation} counts as {@link Outcome.Violated}; what the
     *     submission's own code threw is a violation too; anything else is {@link Outcome.Broken}
     */
    Outcome detect(Subject subject) throws Throwable;
}
