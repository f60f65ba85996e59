package racecourse.checks.engine.exclusion;

import java.util.function.Consumer;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Violation;
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
        Controls.mustCatch(() -> trial.accept(PlantedSection.racy()));
        trial.accept(subject);
        return new Outcome.Clean();
    }

    private static void mustSpare(Consumer<Section.Maker> trial) {
        Controls.mustSpare(() -> trial.accept(PlantedSection.guarded()));
    }
}
