package racecourse.checks.queue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Outcome;

/** Runs a trial with its controls, which are tried once in each JVM. */
final class Controlled {
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private Controlled() {}

    /**
     * Tries a ready-made queue, then the submission.
     *
     * @param name the trial's name
     * @param trial throws a {@link Violation} when it sees one
     * @param subject makes the submission's queues
     * @return clean, when the trial returned
     */
    static Outcome trial(String name, Consumer<Channel.Maker> trial, Channel.Maker subject) {
        if (!HELD.contains(name)) {
            Controls.mustSpare(() -> trial.accept(PlantedQueues::right));
            HELD.add(name);
        }
        trial.accept(subject);
        return new Outcome.Clean();
    }

    /** The same, and a wrong one must be caught, too. */
    static Outcome trial(String name, Consumer<Channel.Maker> trial, Channel.Maker wrong, Channel.Maker subject) {
        if (!HELD.contains(name)) {
            Controls.mustCatch(() -> trial.accept(wrong));
        }
        return trial(name, trial, subject);
    }
}
