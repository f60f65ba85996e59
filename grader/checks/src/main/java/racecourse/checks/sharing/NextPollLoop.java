package racecourse.checks.sharing;

import racecourse.checks.engine.Subject;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.contract.sharing.Handoff;

/** Something has been published; polls until it is something else. */
public final class NextPollLoop implements SpinningReader.Loop {
    private static final int FIRST = 1;

    private final Handoff handoff;

    /**
     * Makes a handoff and publishes.
     *
     * @param subject the submission
     * @throws Throwable what it throws
     */
    public NextPollLoop(Subject subject) throws Throwable {
        handoff = (Handoff) subject.constructor(Sharing.HANDOFF, Handoff.class).invokeExact();
        handoff.publish(FIRST);
    }

    @Override
    @SuppressWarnings("StatementWithEmptyBody")
    public void run() {
        Handoff asked = handoff;
        while (asked.poll().orElse(FIRST) == FIRST) {
            // as in the first loop
        }
    }

    @Override
    public void change() {
        handoff.publish(FIRST + 1);
    }
}
