package racecourse.checks.engine.exclusion;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Step;

/** Interrupts a thread before it comes and while it waits: it does its work all the same and keeps its flag. */
public final class Interruption {
    /** Who has not been seen to notice an interrupt by then settles with it. */
    private static final Duration HEARD = Duration.ofSeconds(1);

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
        whileWaiting();
        stillExcludes();
        whileTwoWait();
    }

    /** The first of two that wait is interrupted: both get their turn all the same. */
    private void whileTwoWait() {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor first = trial.take("B");
            if (!Exclusion.waits(trial, first)) {
                return;
            }
            Actor second = trial.take("C");
            Exclusion.mustWait(trial, maker, inside, second);
            interrupt(trial, inside, first);
            trial.gate().open();
            trial.finish(inside);
            trial.scene().awaitEnd(first, expected());
            trial.scene().awaitEnd(second, Message.of("engine.take.ends", maker.take(), second.name()));
            if (second.thrown() != null) {
                throw Scene.threw(Message.of("engine.take.returns", maker.take()), second.thrown());
            }
        }
    }

    private void flagSetOnEntry() {
        AtomicInteger pauses = new AtomicInteger();
        Section section = Trial.make(maker, Trial.START, pauses::incrementAndGet);
        Actor actor = Scene.call("A", expected(), Call.of(() -> {
            Thread.currentThread().interrupt();
            section.take();
        }));
        ended(actor, 1, section);
        if (actor.thrown() == null && pauses.get() != 1) {
            throw violation(
                    Evidence.of(expected(), Message.of("engine.interrupt.pauses", maker.take(), pauses.get())), null);
        }
    }

    private void whileWaiting() {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor waiting = trial.take("B");
            if (!Exclusion.waits(trial, waiting)) {
                return;
            }
            interrupt(trial, inside, waiting);
            trial.gate().open();
            trial.finish(inside);
            trial.scene().awaitEnd(waiting, expected());
            ended(waiting, 2, trial.section());
        }
    }

    /** A permit given back without having been taken lets in two: at once, or the next time. */
    private void stillExcludes() {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor waiting = trial.take("B");
            if (!Exclusion.waits(trial, waiting)) {
                return;
            }
            interrupt(trial, inside, waiting);
            Actor third = trial.take("C");
            Exclusion.mustWait(trial, maker, inside, third);
            trial.gate().release(waiting);
            trial.gate().release(third);
            trial.finish(inside);
            trial.scene().awaitEnd(waiting, expected());
            trial.scene().awaitEnd(third, Message.of("engine.take.ends", maker.take(), third.name()));
            Actor next = trial.takeAndHold("D");
            Actor last = trial.take("E");
            Exclusion.mustWait(trial, maker, next, last);
        }
    }

    private void interrupt(Trial trial, Actor inside, Actor waiting) {
        waiting.interruptHeard(HEARD);
        trial.tell(waiting, Step.Action.INTERRUPT, "");
        Actor.Rest rest = trial.settle(waiting);
        if (rest == Actor.Rest.HELD) {
            Exclusion.mustWait(trial, maker, inside, waiting);
        }
        if (rest == Actor.Rest.ENDED) {
            mayHaveThrown(trial, waiting);
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

    private static Violation violation(Evidence evidence, @Nullable Throwable thrown) {
        Evidence hinted = evidence.hinting(Message.of("engine.interrupt.try"));
        return new Violation(
                thrown == null ? hinted : hinted.at(Threads.innermost(List.of(thrown.getStackTrace()), null)));
    }
}
