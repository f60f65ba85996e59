package racecourse.checks.engine.exclusion;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.Hold;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Stops;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.Pause;

/**
 * Stops one thread after each of its steps on the way in, and lets another come in meanwhile: who has looked whether
 * the lock is free, and takes it a step later, comes in beside that one.
 */
public final class StepByStep {
    /** A way in is shorter; a longer one has been seen far enough. */
    private static final int STEPS = 40;

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private StepByStep() {}

    /**
     * Tries the controls, then the submission.
     *
     * @param subject makes the sections of a {@link racecourse.checks.engine.Subject#stopping} submission
     * @return clean, when never two were inside
     */
    public static Outcome isAloneInside(Section.Maker subject) {
        Controls.mustSpare(() -> walkIn(new Planted(true)));
        Controls.mustCatch(() -> walkIn(new Planted(false)));
        walkIn(subject);
        return new Outcome.Clean();
    }

    private static void walkIn(Section.Maker maker) {
        int step = 1;
        while (step <= STEPS && stopsAt(maker, step)) {
            step++;
        }
    }

    /** Returns whether there was such a step before the pause. */
    private static boolean stopsAt(Section.Maker maker, int step) {
        try (Trial trial = new Trial(maker);
                Hold between = new Hold()) {
            Section section = trial.section();
            Actor first = trial.start("A", () -> Stops.during(between, step, Call.of(section::take)));
            long end = System.nanoTime() + LIMIT_NANOS;
            while (!between.holds()) {
                if (trial.gate().holds(first) || first.hasEnded()) {
                    return false;
                }
                if (System.nanoTime() > end) {
                    throw new Powerless(Message.of("engine.time-ran-out", first.name()));
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
            Actor second = trial.take("B");
            boolean inside = !Exclusion.waits(trial, second) && trial.gate().holds(second);
            between.open();
            if (inside) {
                Exclusion.mustWait(trial, maker, second, first);
            }
            return true;
        }
    }

    /** The controls: an own lock that is looked at and taken in one step, and in two. */
    private record Planted(boolean atOnce) implements Section.Maker {
        @Override
        public Section make(int start, Pause pause) {
            return new Locked(start, pause, atOnce);
        }

        @Override
        public String take() {
            return "take()";
        }

        @Override
        public String left() {
            return "left()";
        }
    }

    private static final class Locked implements Section {
        private final Pause pause;
        private final boolean atOnce;
        private volatile int number;
        private boolean inUse;

        Locked(int start, Pause pause, boolean atOnce) {
            this.number = start;
            this.pause = pause;
            this.atOnce = atOnce;
        }

        @Override
        public void take() throws InterruptedException {
            if (!atOnce) {
                awaitFree();
                Stops.here();
            }
            synchronized (this) {
                while (inUse && atOnce) {
                    wait();
                }
                inUse = true;
            }
            Stops.here();
            int before = number;
            pause.pause();
            number = before - 1;
            synchronized (this) {
                inUse = false;
                notifyAll();
            }
        }

        private synchronized void awaitFree() throws InterruptedException {
            while (inUse) {
                wait();
            }
        }

        @Override
        public int left() {
            return number;
        }
    }
}
