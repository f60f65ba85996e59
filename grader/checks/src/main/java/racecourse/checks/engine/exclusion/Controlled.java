package racecourse.checks.engine.exclusion;

import java.util.function.Consumer;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Runs a trial with its controls: what accuses the guarded section or spares the racy one has no word to say. */
public final class Controlled {
    private Controlled() {}

    /**
     * Tries the guarded control, then the submission.
     *
     * @param trial throws a {@link Violation} when it sees one
     * @param subject makes the submission's sections
     * @return clean, when the trial returned
     */
    public static Outcome trial(Consumer<Section.Maker> trial, Section.Maker subject) {
        mustSpare(trial);
        trial.accept(subject);
        return new Outcome.Clean();
    }

    /**
     * Tries the guarded control, the racy one, then the submission.
     *
     * @param trial throws a {@link Violation} when it sees one
     * @param subject makes the submission's sections
     * @return clean, when the trial returned
     */
    public static Outcome race(Consumer<Section.Maker> trial, Section.Maker subject) {
        mustSpare(trial);
        try {
            trial.accept(PlantedSection.racy());
        } catch (Violation e) {
            trial.accept(subject);
            return new Outcome.Clean();
        }
        throw new Powerless(Message.of("engine.control.spared"));
    }

    private static void mustSpare(Consumer<Section.Maker> trial) {
        try {
            trial.accept(PlantedSection.guarded());
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
    }
}
