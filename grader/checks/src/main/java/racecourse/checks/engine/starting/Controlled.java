package racecourse.checks.engine.starting;

import java.util.function.Consumer;
import racecourse.checks.engine.Controls;

/** Tries the controls of a trial before the submission: a wrong one that gets through, or a right one accused, ends it. */
public final class Controlled {
    private Controlled() {}

    /** Makes sure that {@link RunsOnce} sees and spares here and now. */
    public static void runsOnce() {
        spared(starter -> RunsOnce.holds(starter, "control"));
        caught(starter -> RunsOnce.holds(starter, "control"), PlantedStarter.RUNS_IT_ITSELF);
    }

    /** Makes sure that {@link GoesOn} sees and spares here and now. */
    public static void goesOn() {
        spared(GoesOn::holds);
        caught(GoesOn::holdsOnce, PlantedStarter.WAITS);
    }

    /** Makes sure that {@link GoesOnBesideMany} sees and spares here and now. */
    public static void goesOnBesideMany() {
        spared(GoesOnBesideMany::holds);
        caught(GoesOnBesideMany::holdsOnce, new PlantedLimit());
    }

    private static void spared(Consumer<Starter> trial) {
        Controls.mustSpare(() -> trial.accept(PlantedStarter.RIGHT));
    }

    private static void caught(Consumer<Starter> trial, Starter wrong) {
        Controls.mustCatch(() -> trial.accept(wrong));
    }
}
