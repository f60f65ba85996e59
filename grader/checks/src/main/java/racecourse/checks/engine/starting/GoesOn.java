package racecourse.checks.engine.starting;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Holds the body: the caller goes on all the same. */
public final class GoesOn {
    private static final int TRIALS = 3;
    private static final long ARRIVAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private GoesOn() {}

    /**
     * Starts a thread whose body is held.
     *
     * @param starter what starts it
     * @throws Violation if the call waited, in every trial, until the body was let go
     */
    public static void holds(Starter starter) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!waited(starter, trial == TRIALS)) {
                return;
            }
        }
    }

    /** The same in one trial: for a control, which need not be certain. */
    static void holdsOnce(Starter starter) {
        waited(starter, true);
    }

    private static boolean waited(Starter starter, boolean last) {
        Message expected = Message.of("engine.starting.goes-on", starter.call());
        try (Scene scene = new Scene()) {
            Body body = new Body(scene.gate()::pass);
            Actor caller = Started.begin(scene, "A", starter, "held", body);
            // only then has the thread done all that a caller may wait for
            await(caller, body);
            boolean heldUp =
                    HeldUp.isHeldUp(caller, scene.gate(), HeldUp.SOON, () -> PlantedStarter.RIGHT.start("c", () -> {}));
            Evidence evidence = Evidence.of(expected, Message.of("engine.starting.waited", starter.call(), TRIALS))
                    .at(Threads.innermost(List.of(caller.thread().getStackTrace()), null))
                    .hinting(Message.of("engine.starting.try-goes-on"));
            scene.gate().open();
            scene.awaitEnd(caller, expected);
            if (caller.thrown() != null) {
                throw Scene.threw(expected, caller.thrown());
            }
            if (heldUp && last) {
                throw new Violation(evidence);
            }
            if (caller.result() instanceof Started started) {
                Rest.await(scene, started.thread(), body, expected);
            }
            return heldUp;
        }
    }

    private static void await(Actor caller, Body body) {
        long begin = System.nanoTime();
        while (body.runs().isEmpty() && !caller.hasEnded() && System.nanoTime() - begin < ARRIVAL_NANOS) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
        }
    }
}
