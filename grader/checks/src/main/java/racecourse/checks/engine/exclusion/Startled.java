package racecourse.checks.engine.exclusion;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Controls;
import racecourse.checks.engine.SpuriousWakeUps;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.contract.Pause;

/** Wakes for no reason who waits outside: whoever does not look again comes in beside the one inside. */
public final class Startled {
    /** After so many the one outside has had its chance to come in. */
    private static final int WAKE_UPS = 3;

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private Startled() {}

    /**
     * Tries the controls, then the submission.
     *
     * @param subject makes the sections of a {@link racecourse.checks.engine.Subject#startled} submission
     * @return clean, when nobody came in
     */
    public static Outcome staysOutside(Section.Maker subject) {
        Controls.mustSpare(() -> look(new Planted(true)));
        Controls.mustCatch(() -> look(new Planted(false)));
        look(subject);
        return new Outcome.Clean();
    }

    private static void look(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            long before = SpuriousWakeUps.count();
            Actor outside = trial.take("B");
            if (!Exclusion.waits(trial, outside) && SpuriousWakeUps.count() == before) {
                // not for a wake-up: the affair of the other trials
                return;
            }
            long end = System.nanoTime() + LIMIT_NANOS;
            while (SpuriousWakeUps.count() - before < WAKE_UPS
                    && !waitsForGood(outside)
                    && !trial.gate().holds(outside)
                    && !outside.hasEnded()
                    && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            Exclusion.mustWait(trial, maker, inside, outside);
        } catch (Violation e) {
            Evidence evidence = e.evidence();
            throw new Violation(evidence.because(Message.of("engine.exclusion.startled", maker.take()))
                    .hinting(Message.of("engine.exclusion.startled.try")));
        }
    }

    /** Nothing wakes who waits without a time limit: that wait is none of those that end for no reason. */
    private static boolean waitsForGood(Actor actor) {
        Thread.State state = actor.thread().getState();
        return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
    }

    /** The controls: sections that wait in a loop, and in an {@code if}. */
    private record Planted(boolean again) implements Section.Maker {
        @Override
        public Section make(int start, Pause pause) {
            return new Waiting(start, pause, again);
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

    private static final class Waiting implements Section {
        private final Pause pause;
        private final boolean again;
        private volatile int number;
        private boolean inUse;

        Waiting(int start, Pause pause, boolean again) {
            this.number = start;
            this.pause = pause;
            this.again = again;
        }

        @Override
        public void take() throws InterruptedException {
            synchronized (this) {
                boolean first = true;
                while (inUse && (first || again)) {
                    first = false;
                    SpuriousWakeUps.wait(this);
                }
                inUse = true;
            }
            int before = number;
            pause.pause();
            number = before - 1;
            synchronized (this) {
                inUse = false;
                notifyAll();
            }
        }

        @Override
        public int left() {
            return number;
        }
    }
}
