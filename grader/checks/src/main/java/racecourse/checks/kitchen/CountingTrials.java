package racecourse.checks.kitchen;

import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.PlantedNumbers;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;

/**
 * Holds a thread before each step of a {@code put}, a {@code taskDone} or a {@code join}, one after the other, and lets
 * others do what a count that is late, early or not guarded cannot stand.
 */
final class CountingTrials {
    /** More steps than a call can be expected to have. */
    private static final int MOST_STEPS = 60;

    private static final int CAPACITY = 4;

    /** How often somebody is looked at who is busy. */
    private static final int LOOKS = 5;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Kitchens kitchens;

    private CountingTrials(Subject subject) {
        this.kitchens = new Kitchens(subject.tracked());
    }

    /** A trial that holds somebody before the nth step; returns false when there is no such step. */
    @FunctionalInterface
    private interface AtStep {
        boolean holdsAt(JoinableQueue<Object> queue, int nth);
    }

    /** What a thread does to the count. */
    private enum Use {
        PUT("put(…)") {
            @Override
            void on(JoinableQueue<Object> queue) throws InterruptedException {
                queue.put("item");
            }
        },
        PUT_NO_WAIT("putNoWait(…)") {
            @Override
            void on(JoinableQueue<Object> queue) {
                queue.putNoWait("item");
            }
        },
        FINISH("taskDone()") {
            @Override
            void on(JoinableQueue<Object> queue) {
                queue.taskDone();
            }
        };

        private final String text;

        Use(String text) {
            this.text = text;
        }

        abstract void on(JoinableQueue<Object> queue) throws InterruptedException;
    }

    /** What was put is counted before it can be seen, by either way of putting. */
    static Outcome countedBeforeSeen(Subject subject) {
        return new CountingTrials(subject)
                .all(
                        (queue, nth) -> seenWhilePutting(queue, Use.PUT, nth),
                        (queue, nth) -> seenWhilePutting(queue, Use.PUT_NO_WAIT, nth));
    }

    /** Every item is counted, whatever another thread does to the count meanwhile. */
    static Outcome puttersAreCounted(Subject subject) {
        return new CountingTrials(subject)
                .all(
                        (queue, nth) -> isConserved(queue, 0, Use.PUT, Use.PUT, nth),
                        (queue, nth) -> isConserved(queue, 1, Use.PUT, Use.FINISH, nth),
                        (queue, nth) -> isConserved(queue, 0, Use.PUT_NO_WAIT, Use.PUT, nth),
                        (queue, nth) -> isConserved(queue, 1, Use.PUT_NO_WAIT, Use.FINISH, nth));
    }

    /** One item is finished once, however many say so, and whatever is put meanwhile. */
    static Outcome finishedOnce(Subject subject) {
        return new CountingTrials(subject)
                .all(
                        (queue, nth) -> isConserved(queue, 1, Use.FINISH, Use.FINISH, nth),
                        (queue, nth) -> isConserved(queue, 3, Use.FINISH, Use.FINISH, nth),
                        (queue, nth) -> isConserved(queue, 1, Use.FINISH, Use.PUT, nth));
    }

    /** A join that is about to wait when the last item is finished returns, and so does one that is about to be told. */
    static Outcome joinsInTime(Subject subject) {
        return new CountingTrials(subject)
                .all(CountingTrials::finishedWhileJoining, CountingTrials::joinedWhileFinishing);
    }

    /** Whoever joins after an item was put waits for that item, whatever an earlier taskDone is still about to do. */
    static Outcome joinsNotTooEarly(Subject subject) {
        return new CountingTrials(subject)
                .all(
                        (queue, nth) -> putWhileFinishing(queue, 1, nth),
                        (queue, nth) -> putWhileFinishing(queue, 0, nth));
    }

    private Outcome all(AtStep... trials) {
        PlantedNumbers.control();
        for (AtStep trial : trials) {
            int nth = 1;
            while (nth <= MOST_STEPS && trial.holdsAt(kitchens.queue(CAPACITY), nth)) {
                nth++;
            }
        }
        return new Outcome.Clean();
    }

    private static boolean seenWhilePutting(JoinableQueue<Object> queue, Use put, int nth) {
        try (Scene scene = new Scene()) {
            Actor putter = begin(scene, () -> put.on(queue), nth);
            if (!scene.gate().holds(putter)) {
                return false;
            }
            Actor taker = scene.start("B", () -> takes(queue));
            if (settle(scene, taker) != Actor.Rest.ENDED || !Boolean.TRUE.equals(taker.result())) {
                passes(taker, JoinTrials.RETURNS);
                return true;
            }
            Message expected = Message.of("kitchen.count.seen");
            List<Place> where = putter.isAt();
            Actor joiner = scene.start("C", Call.of(queue::join));
            if (settle(scene, joiner) == Actor.Rest.ENDED) {
                passes(joiner, expected);
                throw late(expected, Message.of("kitchen.count.joined"), where);
            }
            Actor finisher = scene.start("D", Call.of(queue::taskDone));
            if (settle(scene, finisher) == Actor.Rest.ENDED && finisher.thrown() instanceof IllegalStateException) {
                throw late(expected, Message.of("kitchen.count.refused"), where);
            }
            passes(finisher, expected);
            scene.gate().open();
            // so that nobody is left behind; that it never returns is told by another detector
            joiner.awaitEnd(Duration.ofMillis(100));
            return true;
        }
    }

    private static boolean takes(JoinableQueue<Object> queue) {
        try {
            queue.getNoWait();
            return true;
        } catch (QueueEmptyException e) {
            return false;
        }
    }

    private static Violation late(Message expected, Message observed, List<Place> where) {
        return new Violation(Evidence.of(expected, observed)
                .at(where)
                .because(Message.of("kitchen.count.why"))
                .hinting(Message.of("kitchen.count.try")));
    }

    /** Puts some, holds one thread in the middle of something, lets another do something, and counts in the end. */
    private static boolean isConserved(JoinableQueue<Object> queue, int before, Use held, Use other, int nth) {
        Message expected = Message.of("kitchen.done.once");
        fill(queue, before);
        try (Scene scene = new Scene()) {
            Actor first = begin(scene, () -> held.on(queue), nth);
            boolean more = scene.gate().holds(first);
            Actor second = scene.start("B", Call.of(() -> other.on(queue)));
            settle(scene, second);
            scene.gate().open();
            scene.awaitEnd(first, expected);
            scene.awaitEnd(second, expected);
            int put = before + (held == Use.FINISH ? 0 : 1) + (other == Use.FINISH ? 0 : 1);
            int accepted = 0;
            if (held == Use.FINISH) {
                accepted += accepted(first, expected);
            } else {
                passes(first, expected);
            }
            if (other == Use.FINISH) {
                accepted += accepted(second, expected);
            } else {
                passes(second, expected);
            }
            int one = 1;
            while (one > 0 && accepted <= put) {
                one = accepted(Scene.call("C", expected, Call.of(queue::taskDone)), expected);
                accepted += one;
            }
            if (accepted != put) {
                throw new Violation(Evidence.of(
                                expected, Message.of("kitchen.done.conserved", accepted, put, held.text, other.text))
                        .hinting(Message.of("kitchen.done.try")));
            }
            return more;
        }
    }

    private static int accepted(Actor actor, Message expected) {
        if (actor.thrown() instanceof IllegalStateException) {
            return 0;
        }
        passes(actor, expected);
        return 1;
    }

    private static boolean finishedWhileJoining(JoinableQueue<Object> queue, int nth) {
        fill(queue, 1);
        return meet(queue::join, queue::taskDone, nth);
    }

    private static boolean joinedWhileFinishing(JoinableQueue<Object> queue, int nth) {
        fill(queue, 1);
        return meet(queue::taskDone, queue::join, nth);
    }

    /** One is held in the middle, while the other comes and goes as far as it can: both return. */
    private static boolean meet(Call.Action held, Call.Action other, int nth) {
        Message expected = Message.of("kitchen.join.expected");
        try (Scene scene = new Scene()) {
            Actor first = begin(scene, held, nth);
            // while it waits it takes no further step
            boolean more = scene.gate().holds(first);
            Actor second = scene.start("B", Call.of(other));
            settle(scene, second);
            scene.gate().open();
            for (Actor actor : List.of(first, second)) {
                scene.awaitEnd(actor, expected);
                passes(actor, expected);
            }
            return more;
        }
    }

    /** A taskDone is held in the middle while one more item is put, and then joined: that one is not done. */
    private static boolean putWhileFinishing(JoinableQueue<Object> queue, int before, int nth) {
        Message expected = Message.of("kitchen.join.expected");
        fill(queue, before);
        try (Scene scene = new Scene()) {
            Actor finisher = begin(scene, queue::taskDone, nth);
            if (!scene.gate().holds(finisher)) {
                return false;
            }
            List<Place> where = finisher.isAt();
            Actor putter = scene.start("B", Call.of(() -> queue.put("item")));
            if (settle(scene, putter) != Actor.Rest.ENDED) {
                // the lock is held over this step
                scene.gate().open();
                scene.awaitEnd(finisher, expected);
                scene.awaitEnd(putter, expected);
                return true;
            }
            passes(putter, expected);
            Actor joiner = scene.start("C", Call.of(queue::join));
            settle(scene, joiner);
            waits(scene, joiner, 1, where);
            scene.gate().open();
            scene.awaitEnd(finisher, expected);
            int left = before + 1 - accepted(finisher, expected);
            if (left > 0) {
                waits(scene, joiner, left, where);
            }
            for (int i = 0; i < left; i++) {
                passes(Scene.call("D", expected, Call.of(queue::taskDone)), expected);
            }
            scene.awaitEnd(joiner, expected);
            passes(joiner, expected);
            return true;
        }
    }

    private static void waits(Scene scene, Actor joiner, int left, List<Place> where) {
        Message expected = Message.of("kitchen.join.expected");
        if (scene.happens(joiner::hasEnded, JoinTrials.BRIEFLY)) {
            passes(joiner, expected);
            throw new Violation(Evidence.of(expected, Message.of("kitchen.join.old-zero", left))
                    .at(where)
                    .because(Message.of("kitchen.join.old-zero.why"))
                    .hinting(Message.of("kitchen.join.old-zero.try")));
        }
    }

    private static void fill(JoinableQueue<Object> queue, int items) {
        for (int i = 0; i < items; i++) {
            Scene.value(JoinTrials.RETURNS, Call.of(() -> queue.put("item")));
        }
    }

    /** Starts an actor that is held before a step of its own, unless its call rests or ends before. */
    private static Actor begin(Scene scene, Call.Action action, int nth) {
        Actor actor = scene.start("A", Track.heldAt(scene.gate(), nth).over(Call.of(action)));
        Actor.Rest rest = settle(scene, actor);
        // nobody else is there: who seems to wait, or to run in circles, may only be late, and would end the trial
        if (rest == Actor.Rest.WAITING || rest == Actor.Rest.SPINNING) {
            actor.settle(scene.gate(), LIMIT);
        }
        return actor;
    }

    private static Actor.Rest settle(Scene scene, Actor actor) {
        Actor.Rest rest = actor.settleBriefly(scene.gate(), LIMIT);
        // at first it may have classes to load
        for (int look = 0; look < LOOKS && rest == Actor.Rest.SPINNING; look++) {
            rest = actor.settleBriefly(scene.gate(), LIMIT);
        }
        if (rest == Actor.Rest.RESTLESS) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
        return rest;
    }

    private static void passes(Actor actor, Message expected) {
        Throwable thrown = actor.hasEnded() ? actor.thrown() : null;
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
    }
}
