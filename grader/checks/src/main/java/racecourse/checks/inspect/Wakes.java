package racecourse.checks.inspect;

import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** A thread ends while somebody waits for it; or it does not, but others wake up who waits. */
final class Wakes {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration UNEVEN = Duration.ofHours(1).plusMillis(5).plusNanos(5);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** Nobody has to be woken here, whatever the call is made of. */
    private static final Duration QUEUED = Duration.ofMillis(200);

    private static final int WAKE_UPS = 3;
    private static final Message EXPECTED = Message.of("inspect.wakes.expected");

    private Wakes() {}

    static Outcome whenTheThreadEnds(Subject subject) {
        Joiner joiner = Asking.of(subject).inspector()::joinFor;
        PlantedJoiners.control(Wakes::whenTheThreadEnds, PlantedJoiners::looks);
        whenTheThreadEnds(joiner);
        endedLongAgo(joiner);
        return new Outcome.Clean();
    }

    private static void whenTheThreadEnds(Joiner joiner) {
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            // of one of them a part counts only, if it is looked at in parts
            Actor uneven = scene.start("A", () -> joiner.joinFor(living.thread(), UNEVEN));
            Actor actor = scene.start("B", () -> joiner.joinFor(living.thread(), LONG));
            mustWait(actor, scene, Message.of("inspect.wakes.early"));
            mustWait(uneven, scene, Message.of("inspect.wakes.early"));
            living.end();
            mustBeTold(actor, scene, EXPECTED);
            mustBeTold(uneven, scene, EXPECTED);
        }
    }

    private static void endedLongAgo(Joiner joiner) {
        Thread ended = Living.ended();
        try (Scene scene = new Scene()) {
            Actor actor = scene.start("A", () -> joiner.joinFor(ended, LONG));
            mustBeTold(actor, scene, EXPECTED);
        }
    }

    /** Whoever waits for a thread's end may be woken by anybody who notifies on the thread object. */
    static Outcome notInVain(Subject subject) {
        Joiner joiner = Asking.of(subject).inspector()::joinFor;
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            Actor actor = scene.start("A", () -> joiner.joinFor(living.thread(), LONG));
            if (actor.settle(scene.gate(), LIMIT) == Actor.Rest.ENDED) {
                // that it does not wait at all is seen elsewhere
                return new Outcome.Clean();
            }
            for (int i = 0; i < WAKE_UPS; i++) {
                living.notifyInVain();
                mustWait(actor, scene, Message.of("inspect.wakes.in-vain"));
            }
            living.end();
            mustBeTold(actor, scene, EXPECTED);
        }
        return new Outcome.Clean();
    }

    /** One call waits for a thread that goes on; what others ask meanwhile is not for them to wait for. */
    static Outcome besideOneThatWaits(Subject subject) {
        Asking asking = Asking.of(subject);
        Joiner joiner = asking.inspector()::joinFor;
        PlantedJoiners.control(Wakes::besideOneThatWaits, PlantedJoiners::oneAtATime);
        besideOneThatWaits(joiner);
        return new Outcome.Clean();
    }

    private static void besideOneThatWaits(Joiner joiner) {
        Thread ended = Living.ended();
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            Actor first = scene.start("A", () -> joiner.joinFor(living.thread(), LONG));
            if (first.settle(scene.gate(), LIMIT) == Actor.Rest.ENDED) {
                // that it does not wait at all is seen elsewhere
                return;
            }
            Actor second = scene.start("B", () -> joiner.joinFor(ended, LONG));
            mustBeTold(second, scene, Message.of("inspect.wakes.beside"), QUEUED, "inspect.wakes.queues");
        }
    }

    private static void mustWait(Actor actor, Scene scene, Message observed) {
        if (actor.settle(scene.gate(), LIMIT) != Actor.Rest.ENDED) {
            return;
        }
        if (actor.thrown() != null) {
            throw Scene.threw(EXPECTED, actor.thrown());
        }
        throw new Violation(Evidence.of(EXPECTED, observed).hinting(Message.of("inspect.wakes.try")));
    }

    /** The thread has ended: the call that waits for it returns true. */
    private static void mustBeTold(Actor actor, Scene scene, Message expected) {
        mustBeTold(actor, scene, expected, HeldUp.LATE, "inspect.wakes.late");
    }

    private static void mustBeTold(Actor actor, Scene scene, Message expected, Duration within, String late) {
        Thread ended = Living.ended();
        Call control = () -> PlantedJoiners.waits(ended, LIMIT);
        if (HeldUp.isHeldUp(actor, scene.gate(), within, control)) {
            List<StackTraceElement> stack = List.of(actor.thread().getStackTrace());
            // so that it is not left behind
            actor.interrupt();
            throw new Violation(Evidence.of(expected, Message.of(late, within.toMillis()))
                    .at(Threads.innermost(stack, null))
                    .hinting(Message.of("inspect.wakes.try")));
        }
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
        if (!Boolean.TRUE.equals(actor.result())) {
            throw new Violation(
                    Evidence.of(expected, Message.of("inspect.join.returned", String.valueOf(actor.result()))));
        }
    }
}
