package racecourse.checks.engine.starting;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.protocol.Message;

/** Waits for a started thread to come to its end. */
public final class Rest {
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

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
        await(scene, thread, body, expected, System.nanoTime());
    }

    /**
     * Does the same for many threads.
     *
     * @param scene where the threads play
     * @param threads the threads
     * @param bodies what each of them runs
     * @param expected what the contract demands, for the evidence
     * @throws racecourse.checks.engine.Violation if it is proven that one never ends
     */
    public static void await(Scene scene, List<Thread> threads, List<Body> bodies, Message expected) {
        long begin = System.nanoTime();
        for (int i = 0; i < threads.size(); i++) {
            await(scene, threads.get(i), bodies.get(i), expected, begin);
        }
    }

    private static void await(Scene scene, Thread thread, Body body, Message expected, long begin) {
        long restingSince = begin;
        while (thread.isAlive()) {
            LockSupport.parkNanos(LOOK_NANOS);
            long now = System.nanoTime();
            if (!body.hasEnded()) {
                if (now - begin > BODY_NANOS) {
                    Actor joiner = scene.start("that waits for its end", Call.of(thread::join));
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
