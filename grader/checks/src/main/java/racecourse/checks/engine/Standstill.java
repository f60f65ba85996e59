package racecourse.checks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Message;

/**
 * Waits for something that nothing keeps from happening, or proves that it never will: every thread of a scene waits
 * without a time-out, at the same place over two looks, and none has used the least CPU time in between. Threads that
 * pass things to each other wait too whenever one looks at them, so their state alone would prove nothing.
 */
public final class Standstill {
    /** Long enough for a free thread to get on, on a busy machine; a proof starts after it. */
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

    /** A proof that needs more is none. */
    private static final long PROOF_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int TURNS = 6;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    /** How long a thread must have run in circles, in CPU time of its own, before it counts as making no progress. */
    private static final long NO_PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private Standstill() {}

    /**
     * Waits.
     *
     * @param scene the threads
     * @param happened whether it has happened
     * @param stuck whom to name if it never does: one that has not ended
     * @param expected what the contract demands, for the evidence
     * @throws Violation with a thread dump, if it is proven that it never happens
     * @throws Powerless if it has not happened in time and nothing is proven
     */
    public static void awaitOrProve(Scene scene, BooleanSupplier happened, Supplier<Actor> stuck, Message expected) {
        if (soon(happened, SOON_NANOS)) {
            return;
        }
        long begin = System.nanoTime();
        Actor watched = stuck.get();
        long cpu = Threads.cpuNanos(watched.thread());
        @Nullable List<String> last = null;
        while (System.nanoTime() - begin < PROOF_NANOS) {
            @Nullable List<String> now = look(scene);
            if (now != null
                    && now.equals(last)
                    && othersGotTheirTurns()
                    && now.equals(look(scene))
                    && !happened.getAsBoolean()) {
                throw scene.stuck(stuck.get(), expected, Scene.WAITS);
            }
            last = now;
            if (Threads.cpuNanos(watched.thread()) - cpu > NO_PROGRESS_NANOS && !happened.getAsBoolean()) {
                throw scene.stuck(watched, expected, "engine.stuck.spins");
            }
            if (soon(happened, BETWEEN_LOOKS_NANOS)) {
                return;
            }
        }
        throw new Powerless(Message.of("engine.time-ran-out", watched.name()));
    }

    /**
     * Lets fresh threads run, one after the other. A machine that is busy, or was stopped between two looks, has let time
     * pass and nobody run; once these have had their turns, whoever could run before them has had his.
     */
    static boolean othersGotTheirTurns() {
        for (int i = 0; i < TURNS; i++) {
            Thread turn = new Thread(() -> LockSupport.parkNanos(TURN_NANOS), "turn");
            turn.setDaemon(true);
            turn.start();
            try {
                turn.join(PROOF_NANOS / 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while looking", e);
            }
            if (turn.isAlive()) {
                return false;
            }
        }
        return true;
    }

    private static boolean soon(BooleanSupplier happened, long nanos) {
        long end = System.nanoTime() + nanos;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        return true;
    }

    /** Returns where every thread waits and what it has used until then, or {@code null} if one does not wait. */
    private static @Nullable List<String> look(Scene scene) {
        List<String> waits = new ArrayList<>();
        List<Thread> others = scene.others();
        for (Thread thread : others) {
            // read before the state: what runs in between shows in the next look
            long cpu = Threads.cpuNanos(thread);
            if (thread.getState() == Thread.State.TERMINATED) {
                continue;
            }
            boolean waiting = Threads.waitsForAThread(thread) && !scene.gate().isPassing(thread);
            String at = waiting ? Threads.waitingAt(thread) : null;
            if (at == null) {
                return null;
            }
            waits.add(thread.getName() + " " + cpu + " " + at);
        }
        return scene.mayBeWoken(others) ? null : waits;
    }
}
