package racecourse.checks.inspect;

import java.time.Duration;
import java.util.function.Consumer;
import racecourse.checks.engine.Controls;

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

    /** Lets one call in at a time. */
    static synchronized boolean oneAtATime(Thread thread, Duration limit) throws InterruptedException {
        return waits(thread, limit);
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
        Controls.mustSpare(() -> trial.accept(PlantedJoiners::waits));
        Controls.mustCatch(() -> trial.accept(wrong));
    }
}
