package racecourse.checks.engine.exclusion;

import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Step;
import racecourse.contract.Pause;

/** Interrupts a thread before it comes and while it waits: it does its work all the same and keeps its flag. */
public final class Interruption {
    private final Section.Maker maker;
    private final boolean mayThrow;

    private Interruption(Section.Maker maker, boolean mayThrow) {
        this.maker = maker;
        this.mayThrow = mayThrow;
    }

    /**
     * Interrupts takers of which the contract demands that they do their work.
     *
     * @param maker makes the sections
     * @throws Violation if the work is not done, the flag is lost, or the mutex is harmed
     */
    public static void isWaitedOut(Section.Maker maker) {
        new Interruption(maker, false).tryAll();
    }

    /**
     * Interrupts takers which may give up with an unchecked exception, the flag set and nothing changed.
     *
     * @param maker makes the sections
     * @throws Violation if they end in another way, or the mutex is harmed
     */
    public static void isWaitedOutOrThrown(Section.Maker maker) {
        new Interruption(maker, true).tryAll();
    }

    private void tryAll() {
        flagSetOnEntry();
        whileWaiting(false);
        // once more with a third thread: a permit given back without having been taken shows when two come in
        whileWaiting(true);
    }

    private void flagSetOnEntry() {
        Section section = Trial.make(maker, Trial.START, Pause.NONE);
        Actor actor = Scene.call("A", Message.of("engine.interrupt.expected", maker.take()), Call.of(() -> {
            Thread.currentThread().interrupt();
            section.take();
        }));
        ended(actor, 1, section);
    }

    private void whileWaiting(boolean twice) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor waiting = trial.take("B");
            Exclusion.mustWait(trial, maker, inside, waiting);
            waiting.interrupt();
            trial.tell(waiting, Step.Action.INTERRUPT, "");
            Actor.Rest rest = trial.settle(waiting);
            boolean gaveUp = rest == Actor.Rest.ENDED;
            if (rest == Actor.Rest.HELD) {
                Exclusion.mustWait(trial, maker, inside, waiting);
            }
            if (gaveUp) {
                mayHaveThrown(trial, waiting);
            }
            if (twice) {
                Actor third = trial.take("C");
                Exclusion.mustWait(trial, maker, inside, third);
            }
            trial.gate().open();
            trial.finish(inside);
            trial.scene().awaitEnd(waiting, Message.of("engine.interrupt.expected", maker.take()));
            if (inside.thrown() != null) {
                throw Scene.threw(Message.of("engine.take.returns", maker.take()), inside.thrown());
            }
            if (!twice) {
                ended(waiting, 2, trial.section());
            }
        }
        if (twice) {
            stillExcludes();
        }
    }

    /** An interrupted wait must not have left the mutex open for two. */
    private void stillExcludes() {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor waiting = trial.take("B");
            Exclusion.mustWait(trial, maker, inside, waiting);
            waiting.interrupt();
            trial.tell(waiting, Step.Action.INTERRUPT, "");
            trial.settle(waiting);
            trial.finish(inside);
            trial.gate().release(waiting);
            trial.scene().awaitEnd(waiting, Message.of("engine.interrupt.expected", maker.take()));
            Actor next = trial.takeAndHold("C");
            Actor last = trial.take("D");
            Exclusion.mustWait(trial, maker, next, last);
        }
    }

    private void mayHaveThrown(Trial trial, Actor actor) {
        if (mayThrow && actor.thrown() instanceof RuntimeException && actor.interruptedAtEnd()) {
            return;
        }
        Throwable thrown = actor.thrown();
        Message observed = thrown == null
                ? Message.of("engine.interrupt.gave-up", maker.take(), actor.name())
                : Message.of("engine.interrupt.threw", maker.take(), actor.name(), thrown);
        throw violation(Evidence.of(expected(), observed).along(trial.timeline()), thrown);
    }

    /** Judges an interrupted take that has ended, after which {@code takes} have been done if it did its work. */
    private void ended(Actor actor, int takes, Section section) {
        Throwable thrown = actor.thrown();
        int left = (Integer) Scene.value(Message.of("engine.left.returns", maker.left()), section::left);
        if (!actor.interruptedAtEnd()) {
            throw violation(Evidence.of(expected(), Message.of("engine.interrupt.flag-lost", maker.take())), thrown);
        }
        boolean gaveUp = thrown instanceof RuntimeException && mayThrow;
        if (thrown != null && !gaveUp) {
            throw violation(
                    Evidence.of(expected(), Message.of("engine.interrupt.threw", maker.take(), actor.name(), thrown)),
                    thrown);
        }
        int due = Trial.START - takes + (gaveUp ? 1 : 0);
        if (left != due) {
            throw violation(
                    Evidence.of(
                            expected(), Message.of("engine.interrupt.count", maker.take(), maker.left(), left, due)),
                    thrown);
        }
    }

    private Message expected() {
        return Message.of(mayThrow ? "engine.interrupt.expected-or-throws" : "engine.interrupt.expected", maker.take());
    }

    private static Violation violation(Evidence evidence, @org.jspecify.annotations.Nullable Throwable thrown) {
        Evidence hinted = evidence.hinting(Message.of("engine.interrupt.try"));
        return new Violation(
                thrown == null
                        ? hinted
                        : hinted.at(racecourse.checks.engine.Threads.innermost(
                                java.util.List.of(thrown.getStackTrace()), null)));
    }
}
