package racecourse.checks.engine.exclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;

/** Holds a thread inside one object and calls another: that one does not wait. */
public final class Independence {
    private static final int TRIALS = 3;
    private static final int OTHERS = 40;
    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);

    private Independence() {}

    /**
     * Holds a thread inside one section and uses a second one.
     *
     * @param maker makes the sections
     * @throws Violation if a call on the second waited, in every trial, until the thread in the first was let go; or if
     *     the second's number was changed by the first
     */
    public static void holds(Section.Maker maker) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!waited(maker, trial == TRIALS)) {
                return;
            }
        }
    }

    private static boolean waited(Section.Maker maker, boolean last) {
        try (Trial trial = new Trial(maker)) {
            // the same pause for all: nothing says that two objects have two; and many, for locks that only some share
            Section other = Trial.make(maker, Trial.START, trial.pause());
            List<Section> many = new ArrayList<>();
            for (int i = 0; i < OTHERS; i++) {
                many.add(Trial.make(maker, Trial.START, Pause.NONE));
            }
            Actor inside = trial.takeAndHold("A");
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch gone = new CountDownLatch(1);
            Actor beside = trial.start("B", Call.of(() -> {
                go.await();
                gone.countDown();
                other.left();
                other.take();
                for (Section one : many) {
                    one.left();
                    one.take();
                }
            }));
            trial.gate().release(beside);
            go.countDown();
            await(gone);
            Actor.Rest rest = trial.settle(beside);
            // many objects with a file each are much work on a busy machine
            long end = System.nanoTime() + WORK_NANOS;
            while (rest == Actor.Rest.SPINNING && System.nanoTime() < end) {
                rest = trial.settle(beside);
            }
            if (rest == Actor.Rest.ENDED) {
                countsForItself(maker, other, beside);
                return false;
            }
            Evidence evidence = Evidence.of(
                            Message.of("engine.independent.expected", maker.take()),
                            Message.of("engine.independent.waited", beside.name(), inside.name(), TRIALS))
                    .at(beside.isAt());
            trial.finish(inside);
            trial.scene().awaitEnd(beside, Message.of("engine.independent.expected", maker.take()));
            if (last) {
                throw new Violation(evidence.because(Message.of("engine.independent.why"))
                        .hinting(Message.of("engine.independent.try")));
            }
            return true;
        }
    }

    /** Until it has begun it waits for its turn, and for nobody else. */
    private static void await(CountDownLatch gone) {
        try {
            if (!gone.await(WORK_NANOS, TimeUnit.NANOSECONDS)) {
                throw new Powerless(Message.of("engine.time-ran-out", "B"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Powerless(Message.of("engine.time-ran-out", "B"));
        }
    }

    private static void countsForItself(Section.Maker maker, Section other, Actor beside) {
        if (beside.thrown() != null) {
            throw Scene.threw(Message.of("engine.take.returns", maker.take()), beside.thrown());
        }
        int left = (Integer) Scene.value(Message.of("engine.left.returns", maker.left()), other::left);
        if (left != Trial.START - 1) {
            throw new Violation(Evidence.of(
                            Message.of("engine.independent.count", maker.left(), Trial.START - 1),
                            Message.of("engine.count.observed", maker.left(), left))
                    .hinting(Message.of("engine.independent.try-count")));
        }
    }
}
