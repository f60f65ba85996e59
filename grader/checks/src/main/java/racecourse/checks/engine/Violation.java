package racecourse.checks.engine;

import racecourse.checks.protocol.Evidence;

/** Thrown by a check that has observed or proven a violation of the contract. */
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Evidence evidence;

    /**
     * Wraps the evidence.
     *
     * @param evidence what was observed
     */
    public Violation(Evidence evidence) {
        super(evidence.observed().toString());
        this.evidence = evidence;
    }

    /**
     * Returns what was observed.
     *
     * @return the evidence
     */
    public Evidence evidence() {
        return evidence;
    }
}
