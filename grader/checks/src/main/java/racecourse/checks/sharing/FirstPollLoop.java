package racecourse.checks.sharing;

import racecourse.checks.engine.Subject;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.contract.sharing.Handoff;

/** Polls until something has been published. */
public final class FirstPollLoop implements SpinningReader.Loop {
    private final Handoff handoff;

    /**
     * Makes a handoff.
     *
     * @param subject the submission
     * @throws Throwable what its constructor throws
     */
    public FirstPollLoop(Subject subject) throws Throwable {
        handoff = (Handoff) subject.constructor(Sharing.HANDOFF, Handoff.class).invokeExact();
    }

    @Override
    @SuppressWarnings("StatementWithEmptyBody")
    public void run() {
        Handoff asked = handoff;
        while (asked.poll().isEmpty()) {
            // nothing that could keep the JIT from its work
        }
    }

    @Override
    public void change() {
        handoff.publish(1);
    }
}
