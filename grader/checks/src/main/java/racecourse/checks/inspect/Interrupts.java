package racecourse.checks.inspect;

import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Who waits and is interrupted, or comes interrupted and has to wait, throws; the thread waited for notices nothing. */
final class Interrupts {
    private static final int TRIALS = 3;
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Message EXPECTED = Message.of("inspect.interrupt.expected");

    private Interrupts() {}

    static Outcome whileWaiting(Subject subject) {
        throwsOut(Asking.of(subject).inspector()::joinFor, false);
        return new Outcome.Clean();
    }

    static Outcome onEntry(Subject subject) {
        throwsOut(Asking.of(subject).inspector()::joinFor, true);
        return new Outcome.Clean();
    }

    private static void throwsOut(Joiner joiner, boolean onEntry) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!waitedOn(joiner, onEntry, trial == TRIALS)) {
                return;
            }
        }
    }

    private static boolean waitedOn(Joiner joiner, boolean onEntry, boolean last) {
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            Actor actor = scene.start("A", () -> {
                if (onEntry) {
                    Thread.currentThread().interrupt();
                }
                return joiner.joinFor(living.thread(), LONG);
            });
            if (!onEntry) {
                if (actor.settle(scene.gate(), LIMIT) == Actor.Rest.ENDED) {
                    // that it does not wait at all is another check's affair
                    return false;
                }
                actor.interrupt();
            }
            if (HeldUp.isHeldUp(actor, scene.gate(), HeldUp.SOON, () -> control(living))) {
                Evidence evidence = Evidence.of(EXPECTED, Message.of("inspect.interrupt.waited", TRIALS))
                        .at(Threads.innermost(List.of(actor.thread().getStackTrace()), null))
                        .hinting(Message.of("inspect.interrupt.try"));
                living.end();
                if (last) {
                    throw new Violation(evidence);
                }
                return true;
            }
            judge(actor, living);
            return false;
        }
    }

    private static boolean control(Living living) {
        Thread.currentThread().interrupt();
        try {
            return PlantedJoiners.waits(living.thread(), LONG);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void judge(Actor actor, Living living) {
        if (living.wasInterrupted()) {
            throw new Violation(Evidence.of(EXPECTED, Message.of("inspect.interrupt.passed-on"))
                    .hinting(Message.of("inspect.interrupt.try")));
        }
        if (actor.thrown() instanceof InterruptedException) {
            return;
        }
        if (actor.thrown() != null) {
            throw Scene.threw(EXPECTED, actor.thrown());
        }
        throw new Violation(
                Evidence.of(EXPECTED, Message.of("inspect.interrupt.returned", String.valueOf(actor.result())))
                        .hinting(Message.of("inspect.interrupt.try")));
    }
}
