package racecourse.checks.engine.starting;

import java.util.function.Consumer;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;

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

    private static void spared(Consumer<Starter> trial) {
        try {
            trial.accept(PlantedStarter.RIGHT);
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
    }

    private static void caught(Consumer<Starter> trial, Starter wrong) {
        try {
            trial.accept(wrong);
        } catch (Violation e) {
            return;
        }
        throw new Powerless(Message.of("engine.control.spared"));
    }
}
