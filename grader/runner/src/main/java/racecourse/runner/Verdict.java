package racecourse.runner;

import java.util.List;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** How a check ended. */
public sealed interface Verdict {
    /**
     * Returns whether the submission is to blame: the check's points are lost then.
     *
     * @return true for what failed, and for what is blocked by something that did
     */
    default boolean isLost() {
        return this instanceof Failed || (this instanceof Blocked blocked && blocked.lost());
    }

    /** Every class of faults was looked for with power, and no violation was observed. */
    record Passed() implements Verdict {}

    /**
     * A violation was observed or proven.
     *
     * @param evidence of every detector that saw one, strongest first
     */
    record Failed(List<Evidence> evidence) implements Verdict {
        public Failed {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A prerequisite did not pass.
     *
     * @param by the prerequisite's id
     * @param lost whether the prerequisite failed by the submission's fault: the points are lost then, else undecided
     */
    record Blocked(String by, boolean lost) implements Verdict {}

    /**
     * This machine or engine could not have seen the fault, or time ran out without proof.
     *
     * @param reason why
     */
    record Inconclusive(Message reason) implements Verdict {
        /** Returns whether nothing but the race engines is missing, which were left out as asked. */
        public boolean isForWantOfRaces() {
            return reason.key().equals(Judge.RACES_LEFT_OUT);
        }
    }

    /**
     * The grader itself failed.
     *
     * @param error what happened
     */
    record GraderError(String error) implements Verdict {}

    /**
     * This system cannot show it; the check leaves the maximum.
     *
     * @param reason why
     */
    record NotApplicable(Message reason) implements Verdict {}
}
