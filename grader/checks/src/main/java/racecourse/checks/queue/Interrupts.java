package racecourse.checks.queue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/**
 * Interrupts threads wherever they wait: they throw, the queue is as if they had not come, and what was meant for them
 * reaches somebody else. What goes wrong without an interrupt too is another check's affair.
 */
final class Interrupts {
    private static final int MOST_WAITERS = 3;
    private static final int MOST_STEPS = 48;

    private final Channel.Maker maker;

    private Interrupts(Channel.Maker maker) {
        this.maker = maker;
    }

    /**
     * Interrupts one of several waiters, and threads that come with the flag set.
     *
     * @param maker makes the queues
     * @throws Violation if one does not throw, or the queue is harmed
     */
    static void changeNothing(Channel.Maker maker) {
        Interrupts interrupts = new Interrupts(maker);
        for (Side side : Side.values()) {
            for (int waiters = 1; waiters <= MOST_WAITERS; waiters++) {
                for (int victim = 0; victim < waiters; victim++) {
                    interrupts.whileWaiting(side, waiters, victim, side::waits);
                }
            }
            interrupts.onEntry(side);
        }
        interrupts.onEntryWithoutNeed();
    }

    /**
     * Interrupts one of several producers who wait with items that are equal, and not the same.
     *
     * @param maker makes the queues
     * @throws Violation if it is another's item that is taken back
     */
    static void equals(Channel.Maker maker) {
        // a number of that size is boxed anew each time
        IntFunction<Op> puts = number -> Op.put(1000 + number % 2);
        new Interrupts(maker).whileWaiting(Side.PUTTERS, MOST_WAITERS, 0, puts);
        new Interrupts(maker).whileWaiting(Side.PUTTERS, MOST_WAITERS, MOST_WAITERS - 1, puts);
    }

    /**
     * Interrupts a waiter while another thread, stopped in the middle of its call, is about to wake it, has woken it, or
     * keeps it from the lock.
     *
     * @param maker makes the queues of a tracked submission
     * @throws Violation if something is lost or doubled, or somebody waits for ever
     */
    static void passOn(Channel.Maker maker) {
        Interrupts interrupts = new Interrupts(maker);
        for (Side side : Side.values()) {
            interrupts.stopped(step -> run -> interrupts.beingWoken(side, 1, 0, step, run));
            interrupts.stopped(step -> run -> interrupts.beingWoken(side, 2, 0, step, run));
            interrupts.stopped(step -> run -> interrupts.beingWoken(side, 2, 1, step, run));
        }
        for (Op stopped : List.of(Op.put(11), Op.get())) {
            for (Op other : List.of(Op.put(12), Op.get())) {
                interrupts.stopped(step -> run -> interrupts.outside(stopped, other, step, run));
            }
        }
    }

    /** One run of a scenario: with the interrupt, or, to see whose fault a failure is, without it. */
    private static final class Run {
        final boolean interrupting;
        boolean wasStopped;

        Run(boolean interrupting) {
            this.interrupting = interrupting;
        }
    }

    @FunctionalInterface
    private interface Scenario {
        void run(Run run);
    }

    @FunctionalInterface
    private interface Stopping {
        Scenario at(int step);
    }

    private void stopped(Stopping stopping) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            if (!blamed(stopping.at(step)).wasStopped) {
                return;
            }
        }
    }

    private static Run blamed(Scenario scenario) {
        Run run = new Run(true);
        try {
            scenario.run(run);
        } catch (Violation e) {
            if (fails(scenario)) {
                throw new Powerless(Message.of("queue.interrupt.masked"));
            }
            throw e;
        }
        return run;
    }

    private static boolean fails(Scenario scenario) {
        try {
            scenario.run(new Run(false));
            return false;
        } catch (Violation e) {
            return true;
        }
    }

    private void whileWaiting(Side side, int waiters, int victim, IntFunction<Op> waits) {
        blamed(run -> {
            int capacity = waiters == 1 ? 1 : 2;
            try (Stage stage = new Stage(maker, capacity)) {
                stage.fill(side.before(capacity));
                Actor[] actors = new Actor[waiters];
                for (int i = 0; i < waiters; i++) {
                    actors[i] = stage.start(side.name(i), waits.apply(i));
                    if (stage.settleBriefly(actors[i]) == Actor.Rest.ENDED) {
                        return;
                    }
                }
                if (run.interrupting) {
                    actors[victim].interrupt();
                    throwsInterrupted(stage, actors[victim], side.call());
                    for (int i = 0; i < waiters; i++) {
                        if (i != victim) {
                            goesOnWaiting(stage, actors[i], side, actors[victim]);
                        }
                    }
                }
                isUnharmed(stage, side.call());
            }
        });
    }

    private void onEntry(Side side) {
        blamed(run -> {
            try (Stage stage = new Stage(maker, 1)) {
                stage.fill(side.before(1));
                if (run.interrupting) {
                    Actor actor = stage.startInterrupted(side.name(0), side.waits(0));
                    throwsInterrupted(stage, actor, side.call());
                } else {
                    stage.startAndLook(side.name(0), null, side.waits(0));
                }
                isUnharmed(stage, side.call());
            }
        });
    }

    /** There is room and there is something: it may do its work or throw; who cannot throw does its work. */
    private void onEntryWithoutNeed() {
        for (Op op : List.of(Op.put(11), Op.get(), Op.putNoWait(11), Op.getNoWait())) {
            blamed(run -> {
                try (Stage stage = new Stage(maker, 2)) {
                    stage.fill(1);
                    if (run.interrupting) {
                        Actor actor = stage.startInterrupted("A", op);
                        Standstill.awaitOrProve(
                                stage.scene(), actor::hasEnded, () -> actor, Message.of("queue.op.ends", op));
                        if (!op.kind().waits() && actor.thrown() instanceof InterruptedException thrown) {
                            throw notInterrupted(stage, actor, op.toString(), thrown);
                        }
                        if (stage.history().entries().stream().anyMatch(History.Entry::isRefused)) {
                            // another check's affair
                            return;
                        }
                    }
                    isUnharmed(stage, op.toString());
                }
            });
        }
    }

    /** Somebody is about to let a waiter go on, or has just done so, when one of the waiters is interrupted. */
    private void beingWoken(Side side, int waiters, int victim, int step, Run run) {
        try (Stage stage = new Stage(maker, 1)) {
            stage.fill(side.before(1));
            Actor[] actors = new Actor[waiters];
            for (int i = 0; i < waiters; i++) {
                actors[i] = stage.start(side.name(i), side.waits(i));
                if (stage.settleBriefly(actors[i]) == Actor.Rest.ENDED) {
                    return;
                }
            }
            Track track = Track.heldAt(stage.gate(), step);
            run.wasStopped = stage.isHeld(stage.start("A", track, side.frees(1)));
            if (run.interrupting) {
                actors[victim].interrupt();
                stage.settleBriefly(actors[victim]);
            }
            stage.gate().open();
            isUnharmed(stage, side.call());
        }
    }

    /** Somebody is inside when another, who may be waiting for the lock with one foot in the queue, is interrupted. */
    private void outside(Op stopped, Op other, int step, Run run) {
        try (Stage stage = new Stage(maker, 2)) {
            stage.fill(1);
            Track track = Track.heldAt(stage.gate(), step);
            run.wasStopped = stage.isHeld(stage.start("A", track, stopped));
            Actor actor = stage.start("B", other);
            if (stage.settleBriefly(actor) == Actor.Rest.WAITING && run.interrupting) {
                actor.interrupt();
                stage.settleBriefly(actor);
            }
            stage.gate().open();
            isUnharmed(stage, other.toString());
        }
    }

    private void throwsInterrupted(Stage stage, Actor actor, String call) {
        Message expected = Message.of("queue.interrupt.expected", call);
        Standstill.awaitOrProve(stage.scene(), actor::hasEnded, () -> actor, expected);
        Throwable thrown = actor.thrown();
        if (!(thrown instanceof InterruptedException)) {
            throw notInterrupted(stage, actor, call, thrown);
        }
    }

    private static Violation notInterrupted(Stage stage, Actor actor, String call, @Nullable Throwable thrown) {
        Message observed = thrown == null
                ? Message.of("queue.interrupt.returned", actor.name(), call)
                : Message.of("queue.interrupt.threw", actor.name(), thrown);
        Evidence evidence = Evidence.of(Message.of("queue.interrupt.expected", call), observed)
                .along(stage.timeline(null))
                .hinting(Message.of("queue.interrupt.try"));
        return new Violation(
                thrown == null ? evidence : evidence.at(Threads.innermost(List.of(thrown.getStackTrace()), null)));
    }

    private static void goesOnWaiting(Stage stage, Actor actor, Side side, Actor victim) {
        if (stage.settleBriefly(actor) == Actor.Rest.ENDED) {
            throw new Violation(Evidence.of(
                            Message.of("queue.interrupt.others", side.call()),
                            Message.of("queue.interrupt.other-ended", actor.name(), victim.name()))
                    .along(stage.timeline(null))
                    .hinting(Message.of("queue.interrupt.try")));
        }
    }

    /** Everybody ends who can, everything comes out once and in order, and there is room for as many as ever. */
    private static void isUnharmed(Stage stage, String call) {
        Supplier<Evidence> harmed = () -> Evidence.of(
                        Message.of("queue.interrupt.unharmed", call),
                        Message.of("queue.order.observed", Play.described(stage.history())))
                .at(stage.held())
                .along(stage.timeline(Message.of("queue.order.here")))
                .hinting(Message.of("queue.interrupt.try"));
        try {
            stage.letAllEnd();
            stage.drain();
            stage.fillUp();
            stage.drain();
        } catch (Violation e) {
            throw new Violation(e.evidence()
                    .along(stage.timeline(null))
                    .because(Message.of("queue.interrupt.why"))
                    .hinting(Message.of("queue.interrupt.try")));
        } catch (Powerless e) {
            if (stage.history().failure() == null) {
                throw e;
            }
        }
        Violation failure = stage.failure();
        if (failure != null) {
            throw failure;
        }
        if (!Linearization.exists(stage.history())) {
            throw new Violation(harmed.get());
        }
    }
}
