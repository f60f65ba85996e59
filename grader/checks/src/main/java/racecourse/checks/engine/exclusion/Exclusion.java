package racecourse.checks.engine.exclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.contract.Pause;

/**
 * Holds a thread inside and lets others try: none gets in, and all get their turn. Three threads see what two cannot: a
 * lock that changes with every turn, a wake-up that lets in two.
 */
public final class Exclusion {
    /** How long the next one may take to come inside. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    private static final int MANY = 18;

    /** Turns that one thread has before it meets another. */
    private static final int REGULAR = 1100;

    private Exclusion() {}

    /**
     * Meets with two and with three threads.
     *
     * @param maker makes the sections
     * @throws Violation if two are inside at once, or the number is wrong in the end
     */
    public static void holds(Section.Maker maker) {
        meet(maker, Trial.START, 2);
        meet(maker, Trial.START, 3);
        meetAgain(maker);
        comeLate(maker);
        comeInNumbers(maker);
        comeThroughAnother(maker);
        comeWithOneName(maker);
        comeToARegular(maker);
    }

    /**
     * Meets around zero, where some give up what they did before.
     *
     * @param maker makes the sections; the number may fall below zero
     * @throws Violation if two are inside at once, somebody waits for ever, or the number is wrong in the end
     */
    public static void holdsAroundZero(Section.Maker maker) {
        meet(maker, 1, 3);
        meet(maker, -1, 2);
    }

    private static void meet(Section.Maker maker, int start, int threads) {
        try (Trial trial = new Trial(maker, start)) {
            turns(trial, maker, threads);
            int left = trial.left();
            if (left != start - threads) {
                throw new Violation(lost(maker, start, threads, left).along(trial.timeline()));
            }
        }
    }

    /** A third one who comes only when the second has got in: a lock that is exchanged on leaving lets both in. */
    private static void comeLate(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            List<Actor> outside = new ArrayList<>(List.of(trial.take("B")));
            mustWait(trial, maker, inside, outside.get(0));
            trial.finish(inside);
            trial.tell(inside, Step.Action.RETURN, "");
            Actor second = nextInside(trial, outside);
            Actor late = trial.take("C");
            mustWait(trial, maker, second, late);
        }
    }

    /** The same object once more after it has been fought over: permits that were given twice show now. */
    private static void meetAgain(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            turns(trial, maker, 3);
            turns(trial, maker, 2);
        }
    }

    /** Many outside at once: a queue of waiters that has so many places, and no more, lets the next one in. */
    private static void comeInNumbers(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            List<Actor> outside = new ArrayList<>();
            for (int i = 1; i <= MANY; i++) {
                Actor next = trial.take("B" + i);
                mustWait(trial, maker, inside, next);
                outside.add(next);
            }
            trial.gate().open();
            for (Actor actor : outside) {
                trial.scene().awaitEnd(actor, Message.of("engine.take.ends", maker.take(), actor.name()));
                returned(maker, actor);
            }
            trial.scene().awaitEnd(inside, Message.of("engine.take.ends", maker.take(), inside.name()));
            int left = trial.left();
            if (left != Trial.START - MANY - 1) {
                throw new Violation(lost(maker, Trial.START, MANY + 1, left));
            }
        }
    }

    /** Who comes out of the pause of another section waits like everybody else. */
    private static void comeThroughAnother(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            Section another = Trial.make(maker, Trial.START, () -> take(trial.section()));
            Actor inside = trial.takeAndHold("A");
            Actor outside = trial.start("B", Call.of(another::take));
            mustWait(trial, maker, inside, outside);
            trial.gate().open();
            trial.scene().awaitEnd(inside, Message.of("engine.take.ends", maker.take(), inside.name()));
            trial.scene().awaitEnd(outside, Message.of("engine.take.ends", maker.take(), outside.name()));
        }
    }

    /** Threads are not their names: two of one name are two. */
    private static void comeWithOneName(Section.Maker maker) {
        try (Trial trial = new Trial(maker)) {
            Call call = () -> {
                Thread.currentThread().setName("worker");
                trial.section().take();
                return "";
            };
            Actor inside = trial.takeAndHold("A", call);
            mustWait(trial, maker, inside, trial.start("B", call));
        }
    }

    /** Who has long been alone locks out the others all the same, and so does the thousandth turn. */
    private static void comeToARegular(Section.Maker maker) {
        AtomicInteger turns = new AtomicInteger();
        UnaryOperator<Pause> fromTheLast = pause -> () -> {
            if (turns.getAndIncrement() >= REGULAR) {
                pause.pause();
            }
        };
        try (Trial trial = new Trial(maker, Trial.START + REGULAR, fromTheLast)) {
            Actor inside = trial.takeManyAndHold("A", REGULAR);
            mustWait(trial, maker, inside, trial.take("B"));
        }
    }

    private static void take(Section section) {
        try {
            section.take();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void turns(Trial trial, Section.Maker maker, int threads) {
        List<Actor> outside = new ArrayList<>();
        Actor inside = trial.takeAndHold("A");
        for (int i = 1; i < threads; i++) {
            Actor next = trial.take(String.valueOf((char) ('A' + i)));
            mustWait(trial, maker, inside, next);
            outside.add(next);
        }
        while (!outside.isEmpty()) {
            trial.finish(inside);
            returned(maker, inside);
            trial.tell(inside, Step.Action.RETURN, "");
            inside = nextInside(trial, outside);
            for (Actor actor : outside) {
                mustWait(trial, maker, inside, actor);
            }
        }
        trial.finish(inside);
        returned(maker, inside);
    }

    private static void returned(Section.Maker maker, Actor actor) {
        if (actor.thrown() != null) {
            throw Scene.threw(Message.of("engine.take.returns", maker.take()), actor.thrown());
        }
    }

    /** Waits until one of those outside has come inside; which one is the lock's choice. */
    private static Actor nextInside(Trial trial, List<Actor> outside) {
        long end = System.nanoTime() + TURN_NANOS;
        while (System.nanoTime() < end) {
            for (Actor actor : outside) {
                if (trial.gate().holds(actor)) {
                    outside.remove(actor);
                    trial.tell(actor, Step.Action.ENTER_PAUSE, "");
                    return actor;
                }
                if (actor.hasEnded() && actor.thrown() != null) {
                    throw Scene.threw(Message.of("engine.exclusion.turn"), actor.thrown());
                }
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        // nobody is inside, and nobody comes: only a proof can say that it is for ever
        outside.forEach(trial.gate()::release);
        trial.scene().awaitEnd(outside.get(0), Message.of("engine.exclusion.turn"));
        throw new Powerless(Message.of("engine.time-ran-out", outside.get(0).name()));
    }

    /**
     * Returns whether an actor outside waits while another is inside. Trials of something else ask this: that it does
     * not is the affair of the check of exclusion, and costs its points there only.
     */
    static boolean waits(Trial trial, Actor outside) {
        Actor.Rest rest = trial.settle(outside);
        if (rest == Actor.Rest.WAITING || rest == Actor.Rest.SPINNING) {
            trial.tell(outside, Step.Action.BLOCKED, "");
            return true;
        }
        return false;
    }

    /** An actor outside waits while another is inside. */
    static void mustWait(Trial trial, Section.Maker maker, Actor inside, Actor outside) {
        if (waits(trial, outside)) {
            return;
        }
        Actor.Rest rest = outside.hasEnded() ? Actor.Rest.ENDED : Actor.Rest.HELD;
        if (rest == Actor.Rest.ENDED && outside.thrown() != null) {
            throw Scene.threw(Message.of("engine.take.waits", maker.take()), outside.thrown());
        }
        Evidence evidence;
        if (rest == Actor.Rest.HELD) {
            trial.tell(outside, Step.Action.ENTER_PAUSE, "");
            List<Place> places = new ArrayList<>(inside.isAt());
            places.addAll(outside.isAt());
            evidence = Evidence.of(
                            Message.of("engine.exclusion.expected", maker.take()),
                            Message.of(
                                    "engine.exclusion.both",
                                    maker.take(),
                                    inside.name(),
                                    outside.name(),
                                    afterwards(trial, maker)))
                    .at(places);
        } else {
            trial.tell(outside, Step.Action.RETURN, "");
            evidence = Evidence.of(
                            Message.of("engine.exclusion.expected", maker.take()),
                            Message.of("engine.exclusion.passed", maker.take(), inside.name(), outside.name()))
                    .at(inside.isAt());
        }
        throw new Violation(evidence.along(trial.timeline())
                .because(Message.of("engine.exclusion.why", maker.take()))
                .hinting(Message.of("engine.exclusion.try")));
    }

    /** What the number is once everybody has left, as far as that can be seen. */
    private static String afterwards(Trial trial, Section.Maker maker) {
        int inside = trial.gate().arrivals().size();
        trial.letAllEnd();
        return maker.left() + " = " + trial.left() + " after " + inside + " × " + maker.take() + " from "
                + trial.start();
    }

    private static Evidence lost(Section.Maker maker, int start, int threads, int left) {
        return Evidence.of(
                        Message.of("engine.count.expected", maker.left(), start - threads, threads, maker.take()),
                        Message.of("engine.count.observed", maker.left(), left))
                .because(Message.of("engine.exclusion.why-turns", maker.take()))
                .hinting(Message.of("engine.exclusion.try"));
    }
}
