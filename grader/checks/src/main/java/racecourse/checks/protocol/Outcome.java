package racecourse.checks.protocol;

import java.util.List;

/** What one detector says of one submission. */
public sealed interface Outcome {
    /** Looked with full power and saw no violation. */
    record Clean() implements Outcome {}

    /**
     * Saw or proved a violation.
     *
     * @param evidence at least one piece
     */
    record Violated(List<Evidence> evidence) implements Outcome {
        public Violated {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("a violation needs evidence");
            }
        }
    }

    /**
     * Could not have seen the fault on this machine, with this code or in this time.
     *
     * @param reason why
     * @param gaps what rules could not follow, with its lines; empty for all other reasons
     */
    record Powerless(Message reason, List<Evidence> gaps) implements Outcome {
        public Powerless {
            gaps = List.copyOf(gaps);
        }

        /** Without power for a reason that is in no line of the submission. */
        public Powerless(Message reason) {
            this(reason, List.of());
        }
    }

    /**
     * This system cannot show the fault at all.
     *
     * @param reason why
     */
    record NotApplicable(Message reason) implements Outcome {}

    /**
     * The detector itself failed.
     *
     * @param error what happened, for the kit's developers
     */
    record Broken(String error) implements Outcome {}
}
