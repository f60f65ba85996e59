package racecourse.checks.engine;

import racecourse.checks.protocol.Message;

/** What a trial has to show before its word on a submission counts. */
public final class Controls {
    private Controls() {}

    /**
     * A trial of something planted.
     *
     * @param <X> what it may throw beside a {@link Violation}
     */
    @FunctionalInterface
    public interface Trial<X extends Throwable> {
        /**
         * Runs it.
         *
         * @throws X what it may throw beside a {@link Violation}
         */
        void run() throws X;
    }

    /**
     * Tries what is right.
     *
     * @param right a trial of it
     * @param <X> what the trial may throw
     * @throws X what the trial throws
     * @throws Powerless if it was accused
     */
    public static <X extends Throwable> void mustSpare(Trial<X> right) throws X {
        try {
            right.run();
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
    }

    /**
     * Tries what is wrong.
     *
     * @param wrong a trial of it
     * @param <X> what the trial may throw
     * @throws X what the trial throws
     * @throws Powerless if it got through
     */
    public static <X extends Throwable> void mustCatch(Trial<X> wrong) throws X {
        try {
            wrong.run();
        } catch (Violation e) {
            return;
        }
        throw new Powerless(Message.of("engine.control.spared"));
    }
}
