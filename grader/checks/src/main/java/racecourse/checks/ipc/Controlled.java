package racecourse.checks.ipc;

import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Outcome;

/** Runs a trial with its controls: what accuses the right messenger or spares the wrong one has no word to say. */
final class Controlled {
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

    private Controlled() {}

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
            Controls.mustSpare(() -> trial.run(PlantedMessenger.RIGHT));
            if (wrong != PlantedMessenger.RIGHT) {
                Controls.mustCatch(() -> trial.run(wrong));
            }
            trial.run(made.from(subject));
            return new Outcome.Clean();
        };
    }
}
