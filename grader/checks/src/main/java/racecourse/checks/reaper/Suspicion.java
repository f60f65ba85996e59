package racecourse.checks.reaper;

import java.io.IOException;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;

/** Thrown by a trial in which a call got on only when it was let go. Seen in every trial, it is a violation. */
final class Suspicion extends RuntimeException {
    /** How many trials there are. */
    static final int TRIALS = 3;

    private static final long serialVersionUID = 1L;

    private final transient Evidence evidence;

    Suspicion(Evidence evidence) {
        super(evidence.observed().toString());
        this.evidence = evidence;
    }

    /** A trial. */
    @FunctionalInterface
    interface Trial {
        void run() throws IOException;
    }

    /** Runs a trial until one raises no suspicion. */
    static void confirmed(Trial trial) throws IOException {
        Evidence last = null;
        for (int i = 0; i < TRIALS; i++) {
            try {
                trial.run();
                return;
            } catch (Suspicion e) {
                last = e.evidence;
            }
        }
        if (last != null) {
            throw new Violation(last);
        }
    }
}
