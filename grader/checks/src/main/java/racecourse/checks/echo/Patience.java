package racecourse.checks.echo;

import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * Waits for what a server has to do. A server that will never do it is told from one that a busy machine keeps from
 * doing it by what its threads do meanwhile, and by how often a server of the kit's own has answered.
 */
final class Patience {
    /** Waiting so long is nothing special, and costs no proof. */
    private static final long UNSUSPICIOUS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /**
     * A thread that has stood still for so long has not been kept from running. Longer than the second after which a
     * kernel repeats what a full queue of connections has dropped.
     */
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(1300);

    /** A thread that only wakes up and goes to sleep again is given so long. */
    private static final long MOVING_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final int MOVES = 3;
    private static final long MOVING_CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(6500);

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int CONTROL_CLIENTS = 16;

    /** More often than any thread of this machine waits for its turn. */
    private static final int CONTROL_ANSWERS = 320;

    private Patience() {}

    /** Something that a server does. */
    @FunctionalInterface
    interface Event {
        /**
         * Waits for it.
         *
         * @param nanos how long at most
         * @return whether it has happened
         */
        boolean within(long nanos);
    }

    /** What is waited for, and so what proves that it will not happen. */
    enum Work {
        /** Short lines, a connection's end: what is due at once. */
        SHORT(TimeUnit.SECONDS.toNanos(1), true),
        /** Long lines, which may be put together byte by byte. */
        LONG(TimeUnit.SECONDS.toNanos(5), true),
        /** A call, which may take its time. */
        CALL(TimeUnit.SECONDS.toNanos(5), false);

        /** CPU time after which a thread runs in circles: thousands of times what the work takes. */
        private final long circlesNanos;

        private final boolean dueAtOnce;

        Work(long circlesNanos, boolean dueAtOnce) {
            this.circlesNanos = circlesNanos;
            this.dueAtOnce = dueAtOnce;
        }
    }

    /**
     * Waits for an event.
     *
     * @param event the event
     * @param work what it takes
     * @param expected what the contract demands
     * @param missing how it reads that it has not happened
     * @throws Violation if it is proven that it will not happen
     * @throws Powerless if it has not happened in time, and nothing is proven
     */
    static void await(Event event, Work work, Message expected, Message missing) {
        if (event.within(UNSUSPICIOUS_NANOS)) {
            return;
        }
        long begin = System.nanoTime();
        Watch watch = new Watch();
        try (ControlServer control = ControlServer.with(CONTROL_CLIENTS)) {
            while (System.nanoTime() - begin < LIMIT_NANOS) {
                watch.look();
                control.lap();
                if (event.within(SLICE_NANOS)) {
                    return;
                }
                String proof = control.answers() < CONTROL_ANSWERS ? "" : proof(watch, System.nanoTime() - begin, work);
                // it may have happened during the last look
                if (!proof.isEmpty() && !event.within(1)) {
                    throw violation(expected, missing, Message.of(proof, millis(begin), control.answers()));
                }
            }
        }
        throw new Powerless(Message.of("echo.never.unproven", missing.key()));
    }

    private static String proof(Watch watch, long elapsed, Work work) {
        if (watch.mostCpu() > work.circlesNanos) {
            return "echo.never.circles";
        }
        if (!work.dueAtOnce) {
            return watch.allStill(STILL_NANOS) && watch.noneIsTimed() ? "echo.never.still" : "";
        }
        if (watch.allStill(STILL_NANOS)) {
            return "echo.never.still";
        }
        return elapsed > MOVING_NANOS && watch.allStillOrMoving(STILL_NANOS, MOVES, MOVING_CPU_NANOS)
                ? "echo.never.moving"
                : "";
    }

    private static Violation violation(Message expected, Message missing, Message proof) {
        return new Violation(Evidence.of(expected, missing)
                .at(Watch.places())
                .dumped(Watch.dump())
                .because(proof));
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
