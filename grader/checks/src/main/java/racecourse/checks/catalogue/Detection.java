package racecourse.checks.catalogue;

import java.util.List;
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

    /**
     * Returns the rules that it asks.
     *
     * @return their ids, each in {@link Rules}; none where it asks no rule
     */
    default List<String> rules() {
        return List.of();
    }

    /**
     * Makes a detection that asks rules. Whatever its evidence is, one of them says it.
     *
     * @param ids the rules' ids
     * @param code what it does
     * @return the detection
     */
    static Detection asking(List<String> ids, Detection code) {
        List<String> rules = List.copyOf(ids);
        return new Detection() {
            @Override
            public Outcome detect(Subject subject) throws Throwable {
                return code.detect(subject);
            }

            @Override
            public List<String> rules() {
                return rules;
            }
        };
    }
}
