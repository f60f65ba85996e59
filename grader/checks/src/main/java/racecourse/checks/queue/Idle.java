package racecourse.checks.queue;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.IdleWaiting;

/** Watches threads that wait: they use no CPU, and they do not wake up at intervals to look. */
final class Idle {
    private Idle() {}

    /**
     * Watches one waiter, then two, who might keep each other awake.
     *
     * @param maker makes the queues
     * @throws Violation if one spins or polls
     */
    static void waiting(Channel.Maker maker) {
        for (Side side : Side.values()) {
            watch(maker, side, 1);
            watch(maker, side, 2);
        }
    }

    private static void watch(Channel.Maker maker, Side side, int waiters) {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < waiters; i++) {
                actors.add(stage.start(side.name(i), side.waits(i)));
                stage.settleBriefly(actors.get(i));
            }
            for (Actor actor : actors) {
                IdleWaiting.watch(actor, side.call(), () -> false, false);
            }
        }
    }
}
