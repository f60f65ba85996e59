package racecourse.checks.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.protocol.Message;

/**
 * Tells whether a call that has nothing to wait for waits all the same: it has come to rest, and controls that began
 * only then have come to their ends one after the other.
 */
public final class HeldUp {
    /** Long enough for a thread that has been woken to get a processor while the controls get theirs. */
    public static final Duration SOON = Duration.ofMillis(60);

    /** Where a fault is that of not being woken, and being late is none. */
    public static final Duration LATE = Duration.ofMillis(1500);

    private static final int CONTROLS = 5;
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private HeldUp() {}

    /**
     * Watches a call.
     *
     * @param actor who makes it
     * @param gate where the actor may be held, which counts as being held up
     * @param atLeast how long it is watched after it has come to rest
     * @param control makes the same call, in the same circumstances, on a class of the kit
     * @return false once the call has ended; true if it still rests when the controls are through
     * @throws Powerless if it neither ends nor comes to rest, or a control does not end
     */
    public static boolean isHeldUp(Actor actor, Gate gate, Duration atLeast, Call control) {
        if (!rests(actor, gate)) {
            return false;
        }
        long begin = System.nanoTime();
        for (int i = 0; i < CONTROLS || System.nanoTime() - begin < atLeast.toNanos(); i++) {
            mustEnd(control);
            if (actor.hasEnded()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return rests(actor, gate);
    }

    private static boolean rests(Actor actor, Gate gate) {
        return switch (actor.settle(gate, LIMIT)) {
            case ENDED -> false;
            case RESTLESS -> throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
            case HELD, WAITING, SPINNING -> true;
        };
    }

    private static void mustEnd(Call control) {
        Actor actor;
        try {
            actor = Scene.call("control", Message.of("engine.call.returns"), control);
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
        if (actor.thrown() != null) {
            throw new IllegalStateException("a control failed", actor.thrown());
        }
    }
}
