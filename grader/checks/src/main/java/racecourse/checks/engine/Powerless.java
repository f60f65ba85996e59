package racecourse.checks.engine;

import racecourse.checks.protocol.Message;

/** Thrown by a check that could not have seen the fault: on this machine, with this code, or in this time. */
public final class Powerless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    /**
     * Wraps the reason.
     *
     * @param reason why nothing can be said
     */
    public Powerless(Message reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /**
     * Returns why nothing can be said.
     *
     * @return the reason
     */
    public Message reason() {
        return reason;
    }
}
