package racecourse.checks.kitchen;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Steps;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;
import racecourse.checks.protocol.Place;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueEmptyException;

/**
 * Holds a thread at each step of a {@code put}, a {@code taskDone} or a {@code join}, one after the other, and lets others
 * do what a count that is late, early or not guarded cannot stand.
 */
final class CountingTrials {
    /** More steps than a call can be expected to have: what comes after them is left to the explorer. */
    private static final int MOST_STEPS = 40;

    private static final int CAPACITY = 4;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private CountingTrials() {}

    /** A trial that holds somebody at the nth step; returns false when there is no such step. */
    @FunctionalInterface
    private interface AtStep {
        boolean holdsAt(Tally.Maker maker, int nth);
    }

    /** What was put is counted before it can be seen, by either way of putting. */
    static Outcome countedBeforeSeen(Subject subject) {
        return controlled(CountingTrials::seenWhilePutting, subject);
    }

    /** One item is finished once, however two say so. */
    static Outcome finishedOnce(Subject subject) {
        return controlled(CountingTrials::finishedTwice, subject);
    }

    /** A join that is about to wait when the last item is finished returns. */
    static Outcome joinsInTime(Subject subject) {
        return controlled(CountingTrials::finishedWhileJoining, subject);
    }

    private static Outcome controlled(AtStep trial, Subject subject) {
        try {
            all(trial, () -> planted(false));
        } catch (Violation e) {
            throw new Powerless(
                    Message.of("engine.control.accused", e.evidence().observed().key()));
        }
        // the other trials hold threads by the same means
        if (!catches(CountingTrials::seenWhilePutting, () -> planted(true))) {
            throw new Powerless(Message.of("engine.control.spared"));
        }
        Kitchens kitchens = new Kitchens(subject.stepped());
        all(trial, () -> new Queued(kitchens.newQueue(CAPACITY), false));
        all(trial, () -> new Queued(kitchens.newQueue(CAPACITY), true));
        return new Outcome.Clean();
    }

    private static boolean catches(AtStep trial, Tally.Maker maker) {
        try {
            all(trial, maker);
            return false;
        } catch (Violation e) {
            return true;
        }
    }

    private static Tally planted(boolean late) throws ReflectiveOperationException {
        Constructor<?> constructor = Steps.stepped(PlantedTally.class).getDeclaredConstructor(boolean.class);
        constructor.setAccessible(true);
        return (Tally) constructor.newInstance(late);
    }

    private static void all(AtStep trial, Tally.Maker maker) {
        int nth = 1;
        while (nth <= MOST_STEPS && trial.holdsAt(maker, nth)) {
            nth++;
        }
    }

    private static Tally made(Tally.Maker maker) {
        return (Tally) Scene.value(Message.of("engine.constructor.returns"), maker::make);
    }

    private static boolean seenWhilePutting(Tally.Maker maker, int nth) {
        Tally tally = made(maker);
        try (Scene scene = new Scene()) {
            Actor putter = begin(scene, "A", Call.of(tally::add), nth);
            if (!scene.gate().holds(putter)) {
                return false;
            }
            Actor taker = scene.start("B", tally::take);
            if (settle(scene, taker) != Actor.Rest.ENDED) {
                return true;
            }
            passes(taker, Message.of("kitchen.queue.returns"));
            if (!Boolean.TRUE.equals(taker.result())) {
                return true;
            }
            Message expected = Message.of("kitchen.count.seen");
            List<Place> where = Threads.innermost(
                    List.of(putter.thread().getStackTrace()), Message.of("engine.is-here", putter.name()));
            Actor joiner = scene.start("C", Call.of(tally::await));
            if (settle(scene, joiner) == Actor.Rest.ENDED) {
                passes(joiner, expected);
                throw late(expected, Message.of("kitchen.count.joined"), where);
            }
            Actor finisher = scene.start("D", Call.of(tally::finish));
            if (settle(scene, finisher) == Actor.Rest.ENDED && finisher.thrown() instanceof IllegalStateException) {
                throw late(expected, Message.of("kitchen.count.refused"), where);
            }
            passes(finisher, expected);
            return true;
        }
    }

    private static Violation late(Message expected, Message observed, List<Place> where) {
        return new Violation(Evidence.of(expected, observed)
                .at(where)
                .because(Message.of("kitchen.count.why"))
                .hinting(Message.of("kitchen.count.try")));
    }

    private static boolean finishedTwice(Tally.Maker maker, int nth) {
        Tally tally = made(maker);
        Message expected = Message.of("kitchen.done.once");
        try (Scene scene = new Scene()) {
            passes(Scene.call("P", expected, Call.of(tally::add)), expected);
            Actor first = begin(scene, "A", Call.of(tally::finish), nth);
            if (!scene.gate().holds(first)) {
                return false;
            }
            Actor second = scene.start("B", Call.of(tally::finish));
            settle(scene, second);
            scene.gate().open();
            scene.awaitEnd(first, expected);
            scene.awaitEnd(second, expected);
            int refused = refused(first, expected) + refused(second, expected);
            if (refused != 1) {
                throw new Violation(Evidence.of(expected, Message.of("kitchen.done.refused", refused))
                        .hinting(Message.of("kitchen.done.try")));
            }
            return true;
        }
    }

    private static int refused(Actor actor, Message expected) {
        if (actor.thrown() instanceof IllegalStateException) {
            return 1;
        }
        passes(actor, expected);
        return 0;
    }

    private static boolean finishedWhileJoining(Tally.Maker maker, int nth) {
        Tally tally = made(maker);
        Message expected = Message.of("kitchen.join.expected");
        try (Scene scene = new Scene()) {
            passes(Scene.call("P", expected, Call.of(tally::add)), expected);
            Actor joiner = begin(scene, "A", Call.of(tally::await), nth);
            // while it waits it takes no further step
            boolean more = scene.gate().holds(joiner);
            Actor finisher = scene.start("B", Call.of(tally::finish));
            settle(scene, finisher);
            scene.gate().open();
            scene.awaitEnd(finisher, expected);
            scene.awaitEnd(joiner, expected);
            passes(joiner, expected);
            return more;
        }
    }

    /** Starts an actor that is held at a step of its own, unless its call rests or ends before. */
    @SuppressWarnings("try") // the steps are taken by the submission
    private static Actor begin(Scene scene, String name, Call call, int nth) {
        String thread = "thread " + name;
        try (Steps steps = Steps.hold(own -> own.getName().equals(thread), 1, nth, scene.gate())) {
            Actor actor = scene.start(name, call);
            settle(scene, actor);
            return actor;
        }
    }

    private static Actor.Rest settle(Scene scene, Actor actor) {
        Actor.Rest rest = actor.settle(scene.gate(), LIMIT);
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

    /** A submission's queue, with one or the other way of putting. */
    private static final class Queued implements Tally {
        private final JoinableQueue<Object> queue;
        private final boolean noWait;

        Queued(JoinableQueue<Object> queue, boolean noWait) {
            this.queue = queue;
            this.noWait = noWait;
        }

        @Override
        public void add() throws InterruptedException {
            if (noWait) {
                queue.putNoWait("item");
            } else {
                queue.put("item");
            }
        }

        @Override
        public boolean take() {
            try {
                queue.getNoWait();
                return true;
            } catch (QueueEmptyException e) {
                return false;
            }
        }

        @Override
        public void finish() {
            queue.taskDone();
        }

        @Override
        public void await() throws InterruptedException {
            queue.join();
        }
    }
}
