package racecourse.checks.engine.exclusion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Step;
import racecourse.contract.Pause;

/** Asks what is left while a thread is held inside: the answer is the old number, and may or must not have to wait. */
public final class LookingOn {
    private static final int TRIALS = 3;

    /** What is left while the second take is in progress. */
    private static final int BEFORE = Trial.START - 1;

    private LookingOn() {}

    /**
     * Asks during a take; the asker may wait.
     *
     * @param maker makes the sections
     * @throws Violation if it answers another number than the old one, or calls the pause
     */
    public static void seesTheOldNumber(Section.Maker maker) {
        look(maker);
    }

    /**
     * Asks during a take; the asker must not wait.
     *
     * @param maker makes the sections
     * @throws Violation if it waited, in every trial, until the thread inside was let go, or answers another number
     */
    public static void neverWaits(Section.Maker maker) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            Evidence waited = look(maker);
            if (waited == null) {
                return;
            }
            if (trial == TRIALS) {
                throw new Violation(waited.hinting(Message.of("engine.looking.try")));
            }
        }
    }

    /**
     * Asks before and after somebody else's take, on one thread, and once more with the interrupt flag set.
     *
     * @param maker makes the sections
     * @throws Violation if the second answer is not one less, or the third another one
     */
    public static void remembersNothing(Section.Maker maker) {
        Section section = Trial.make(maker, Trial.START, Pause.NONE);
        Message returns = Message.of("engine.left.returns", maker.left());
        Scene.value(returns, () -> {
            isNow(maker, section, Trial.START);
            Actor other = Scene.call("B", Message.of("engine.take.returns", maker.take()), Call.of(section::take));
            if (other.thrown() != null) {
                throw Scene.threw(Message.of("engine.take.returns", maker.take()), other.thrown());
            }
            isNow(maker, section, Trial.START - 1);
            Thread.currentThread().interrupt();
            isNow(maker, section, Trial.START - 1);
            return section;
        });
    }

    private static void isNow(Section.Maker maker, Section section, int due) throws Throwable {
        int answer = section.left();
        if (answer != due) {
            throw new Violation(Evidence.of(
                            Message.of("engine.visible.expected", maker.take(), maker.left()),
                            Message.of("engine.looking.remembered", maker.left(), answer, due))
                    .hinting(Message.of("engine.visible.try", maker.left())));
        }
    }

    /** Returns the evidence of having waited, or {@code null}. */
    private static @Nullable Evidence look(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            // asked before and after a first take, so that a remembered answer is an old one
            trial.left();
            Actor first = trial.takeAndHold("A");
            trial.finish(first);
            Actor inside = trial.takeAndHold("C");
            Actor asking = trial.start("B", trial.section()::left);
            Actor.Rest rest = trial.settle(asking);
            if (rest == Actor.Rest.HELD) {
                throw new Violation(Evidence.of(
                                Message.of("engine.looking.no-pause", maker.left()),
                                Message.of("engine.looking.paused", maker.left()))
                        .at(asking.isAt()));
            }
            if (rest == Actor.Rest.ENDED) {
                answered(trial, maker, asking, BEFORE);
                trial.finish(inside);
                return null;
            }
            trial.tell(asking, Step.Action.BLOCKED, "");
            Evidence waited = Evidence.of(
                            Message.of("engine.looking.expected", maker.left(), maker.take()),
                            Message.of("engine.looking.waited", maker.left(), inside.name(), TRIALS))
                    .at(asking.isAt())
                    .along(trial.timeline());
            trial.finish(inside);
            trial.scene().awaitEnd(asking, Message.of("engine.left.returns", maker.left()));
            answered(trial, maker, asking, BEFORE - 1);
            return waited;
        }
    }

    private static void answered(Trial trial, Section.Maker maker, Actor asking, int due) {
        if (asking.thrown() != null) {
            throw Scene.threw(Message.of("engine.left.returns", maker.left()), asking.thrown());
        }
        trial.tell(asking, Step.Action.RETURN, String.valueOf(asking.result()));
        int answer = (Integer) Objects.requireNonNull(asking.result());
        // an asker that waited may answer the old number too, if it read before it waited
        if (answer != due && answer != BEFORE) {
            throw new Violation(Evidence.of(
                            Message.of("engine.looking.number", maker.left(), maker.take(), due),
                            Message.of("engine.count.observed", maker.left(), answer))
                    .along(trial.timeline())
                    .because(Message.of("engine.looking.why", maker.take()))
                    .hinting(Message.of("engine.looking.try-number")));
        }
    }
}
