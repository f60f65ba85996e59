package racecourse.checks.inspect;

import java.time.Duration;
import java.util.function.Consumer;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;

/** The controls: for limits of some milliseconds, which is all that they are given. */
final class PlantedJoiners {
    private PlantedJoiners() {}

    /** Must be spared. */
    static boolean waits(Thread thread, Duration limit) throws InterruptedException {
        thread.join(limit.toMillis() + 1);
        return !thread.isAlive();
    }

    /** Returns too early. */
    static boolean looks(Thread thread, Duration limit) {
        return !thread.isAlive();
    }

    /** Wakes up at intervals. */
    @SuppressWarnings("WaitNotInLoop") // the mistake is meant
    static boolean polls(Thread thread, Duration limit) throws InterruptedException {
        Object nobody = new Object();
        long end = System.nanoTime() + limit.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            synchronized (nobody) {
                nobody.wait(3);
            }
        }
        return !thread.isAlive();
    }

    /** Tries a trial on a right control and on a wrong one. */
    static void control(Consumer<Joiner> trial, Joiner wrong) {
        try {
            trial.accept(PlantedJoiners::waits);
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
        try {
            trial.accept(wrong);
        } catch (Violation e) {
            return;
        }
        throw new Powerless(Message.of("engine.control.spared"));
    }
}
