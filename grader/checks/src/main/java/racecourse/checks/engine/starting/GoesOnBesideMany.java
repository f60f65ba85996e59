package racecourse.checks.engine.starting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Holds many bodies, one more with every call: the caller goes on all the same. */
public final class GoesOnBesideMany {
    private static final int TRIALS = 3;

    /** More than any number that somebody takes for enough. */
    private static final int MANY = 70;

    /** A caller that gets no further for so long is watched more closely. */
    private static final Duration NO_PROGRESS = Duration.ofMillis(50);

    private GoesOnBesideMany() {}

    /** The threads that have been started, with their bodies. */
    private static final class Started {
        private final List<Thread> threads = new ArrayList<>();
        private final List<Body> bodies = new ArrayList<>();

        synchronized void add(@Nullable Thread thread, Body body) {
            if (thread != null) {
                threads.add(thread);
                bodies.add(body);
            }
        }

        synchronized int count() {
            return threads.size();
        }
    }

    /**
     * Starts many threads, whose bodies are held, one after the other.
     *
     * @param starter what starts them
     * @throws Violation if a call waited, in every trial, until the bodies were let go
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
            Started started = new Started();
            Actor caller = scene.start("A", () -> {
                for (int i = 0; i < MANY; i++) {
                    Body body = new Body(scene.gate()::pass);
                    started.add(starter.start("held", body), body);
                }
                return null;
            });
            awaitNoProgress(caller, started);
            // a first call that waits waits for its own body, which is another trial's affair
            boolean heldUp = started.count() > 0
                    && HeldUp.isHeldUp(
                            caller, scene.gate(), HeldUp.SOON, () -> PlantedStarter.RIGHT.start("c", () -> {}));
            Evidence evidence = Evidence.of(
                            expected,
                            Message.of("engine.starting.waited-beside", starter.call(), started.count(), TRIALS))
                    .at(Threads.innermost(List.of(caller.thread().getStackTrace()), null))
                    .hinting(Message.of("engine.starting.try-beside"));
            scene.gate().open();
            scene.awaitEnd(caller, expected);
            if (caller.thrown() instanceof OutOfMemoryError) {
                throw new Powerless(Message.of("engine.starting.no-memory"));
            }
            if (caller.thrown() != null) {
                throw Scene.threw(expected, caller.thrown());
            }
            if (heldUp && last) {
                throw new Violation(evidence);
            }
            Rest.await(scene, started.threads, started.bodies, expected);
            return heldUp;
        }
    }

    /** Waits until the caller has ended or gets no further. */
    private static void awaitNoProgress(Actor caller, Started started) {
        int before = -1;
        while (!caller.awaitEnd(NO_PROGRESS) && started.count() > before) {
            before = started.count();
        }
    }
}
