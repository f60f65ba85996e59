package racecourse.checks.ipc;

import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Runs a trial with its controls: what accuses the right messenger or spares the wrong one has no word to say. */
final class Controls {
    /** Throws a {@link Violation} when it sees one. */
    @FunctionalInterface
    interface Trial {
        void run(Messenger messenger) throws Throwable;
    }

    /** Makes the submission's messenger. */
    @FunctionalInterface
    interface Made {
        Messenger from(racecourse.checks.engine.Subject subject) throws Throwable;
    }

    private Controls() {}

    /** A trial of what one thread sees, which needs no control. */
    static Detection plain(Trial trial) {
        return subject -> {
            trial.run(new FramedMessengers(subject));
            return new Outcome.Clean();
        };
    }

    /** A trial that spares the right control and catches a wrong one before it looks at the submission. */
    static Detection controlled(Trial trial, PlantedMessenger wrong, Made made) {
        return subject -> {
            try {
                trial.run(PlantedMessenger.RIGHT);
            } catch (Violation e) {
                throw new Powerless(Message.of(
                        "engine.control.accused", e.evidence().observed().key()));
            }
            if (wrong != PlantedMessenger.RIGHT && !catches(trial, wrong)) {
                throw new Powerless(Message.of("engine.control.spared"));
            }
            trial.run(made.from(subject));
            return new Outcome.Clean();
        };
    }

    private static boolean catches(Trial trial, PlantedMessenger wrong) throws Throwable {
        try {
            trial.run(wrong);
            return false;
        } catch (Violation e) {
            return true;
        }
    }
}
