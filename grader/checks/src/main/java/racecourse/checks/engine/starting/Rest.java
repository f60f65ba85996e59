package racecourse.checks.engine.starting;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.protocol.Message;

/** Waits for a started thread to come to its end. */
public final class Rest {
    private static final Duration LOOK = Duration.ofMillis(2);

    /** A thread that waits for so long after its body has ended is not going to run it again. */
    private static final long RESTING_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** A body that has not ended then may never do; from here on only a proof counts. */
    private static final long BODY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private Rest() {}

    /**
     * Waits until a thread has ended; or waits for something after its body has ended, which is not judged here.
     *
     * @param scene where the threads play
     * @param thread the thread
     * @param body what it runs
     * @param expected what the contract demands, for the evidence
     * @throws racecourse.checks.engine.Violation if it is proven that it never ends
     */
    public static void await(Scene scene, Thread thread, Body body, Message expected) {
        Actor joiner = scene.start("that waits for " + thread.getName(), Call.of(thread::join));
        long begin = System.nanoTime();
        long restingSince = begin;
        while (!joiner.awaitEnd(LOOK)) {
            long now = System.nanoTime();
            if (!body.hasEnded()) {
                if (now - begin > BODY_NANOS) {
                    scene.awaitEnd(joiner, expected);
                }
                restingSince = now;
            } else if (!waits(thread)) {
                restingSince = now;
            } else if (now - restingSince > RESTING_NANOS) {
                return;
            }
        }
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }
}
