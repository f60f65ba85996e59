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

    /** What a thread does to the count. */
    private enum Use {
        ADD("put(…)") {
            @Override
            void on(Tally tally) throws Exception {
                tally.add();
            }
        },
        FINISH("taskDone()") {
            @Override
            void on(Tally tally) {
                tally.finish();
            }
        };

        private final String text;

        Use(String text) {
            this.text = text;
        }

        abstract void on(Tally tally) throws Exception;

        String text() {
            return text;
        }
    }

    /** What was put is counted before it can be seen, by either way of putting. */
    static Outcome countedBeforeSeen(Subject subject) {
        return controlled(CountingTrials::seenWhilePutting, subject);
    }

    /** Every item is counted, whatever another thread does to the count meanwhile. */
    static Outcome puttersAreCounted(Subject subject) {
        return controlled(
                (maker, nth) ->
                        isConserved(maker, 0, Use.ADD, Use.ADD, nth) | isConserved(maker, 1, Use.ADD, Use.FINISH, nth),
                subject);
    }

    /** One item is finished once, however many say so, and whatever is put meanwhile. */
    static Outcome finishedOnce(Subject subject) {
        return controlled(
                (maker, nth) -> isConserved(maker, 1, Use.FINISH, Use.FINISH, nth)
                        | isConserved(maker, 3, Use.FINISH, Use.FINISH, nth)
                        | isConserved(maker, 1, Use.FINISH, Use.ADD, nth),
                subject);
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

    /** Puts some, holds one thread in the middle of something, lets another do something, and counts in the end. */
    private static boolean isConserved(Tally.Maker maker, int before, Use held, Use other, int nth) {
        Tally tally = made(maker);
        Message expected = Message.of("kitchen.done.once");
        int accepted = 0;
        try (Scene scene = new Scene()) {
            for (int i = 0; i < before; i++) {
                passes(Scene.call("P", expected, Call.of(tally::add)), expected);
            }
            Actor first = begin(scene, "A", Call.of(() -> held.on(tally)), nth);
            boolean more = scene.gate().holds(first);
            Actor second = scene.start("B", Call.of(() -> other.on(tally)));
            settle(scene, second);
            scene.gate().open();
            scene.awaitEnd(first, expected);
            scene.awaitEnd(second, expected);
            int put = before;
            for (Actor actor : List.of(first, second)) {
                if ((actor == first ? held : other) == Use.FINISH) {
                    accepted += accepted(actor, expected);
                } else {
                    passes(actor, expected);
                    put++;
                }
            }
            int one = 1;
            while (one > 0 && accepted <= put) {
                one = accepted(Scene.call("C", expected, Call.of(tally::finish)), expected);
                accepted += one;
            }
            if (accepted != put) {
                throw new Violation(Evidence.of(
                                expected,
                                Message.of("kitchen.done.conserved", accepted, put, held.text(), other.text()))
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
