package racecourse.checks.kitchen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.exclusion.IdleWaiting;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.queue.QueueFullException;

/** What {@code join} and {@code taskDone} have to do when one thing happens after the other. */
final class JoinTrials {
    static final Message RETURNS = Message.of("kitchen.queue.returns");

    private static final Message JOIN = Message.of("kitchen.join.expected");
    private static final Message REFUSED = Message.of("kitchen.done.expected");
    private static final Message WAITING_PUT = Message.of("kitchen.count.waiting-put");
    private static final Message BESIDE = Message.of("kitchen.join.beside");
    private static final Message INTERRUPT = Message.of("kitchen.join.interrupt");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Between two looks, where only an early return would be missed. */
    static final Duration BRIEFLY = Duration.ofMillis(15);

    private final IntFunction<JoinableQueue<Object>> queues;

    /** Makes queues whose waits for a time take their time. */
    private final IntFunction<JoinableQueue<Object>> patient;

    JoinTrials(Subject subject) {
        this(new Kitchens(subject.impatient())::queue, new Kitchens(subject)::queue);
    }

    private JoinTrials(IntFunction<JoinableQueue<Object>> queues, IntFunction<JoinableQueue<Object>> patient) {
        this.queues = queues;
        this.patient = patient;
    }

    /** Returns the trials of a control. */
    static JoinTrials planted(PlantedJoins.Fault fault) {
        IntFunction<JoinableQueue<Object>> queues = PlantedJoins.of(fault);
        return new JoinTrials(queues, queues);
    }

    /** With nothing put, or nothing left to finish, join returns. */
    void joinsAtOnce() {
        JoinableQueue<Object> queue = queues.apply(2);
        Scene.value(JOIN, Call.of(queue::join));
        makes(() -> {
            queue.put("a");
            queue.putNoWait("b");
            queue.get();
            queue.taskDone();
            queue.getNoWait();
            queue.taskDone();
        });
        Scene.value(JOIN, Call.of(queue::join));
    }

    /** Two that join go on waiting until the last of three items is done; then both return; and so once more. */
    void joinsExactlyThen() {
        JoinableQueue<Object> queue = queues.apply(5);
        for (int round = 1; round <= 2; round++) {
            makes(() -> {
                queue.put("a");
                queue.putNoWait("b");
                queue.put("c");
            });
            try (Scene scene = new Scene()) {
                scene.gate().open();
                List<Actor> joiners = List.of(join(scene, "A", queue), join(scene, "B", queue));
                mustWait(scene, joiners, JOIN, 3);
                makes(queue::get);
                mustWait(scene, joiners, JOIN, 3);
                makes(queue::taskDone);
                mustWait(scene, joiners, JOIN, 2);
                makes(queue::taskDone);
                makes(queue::get);
                mustWait(scene, joiners, JOIN, 1);
                makes(queue::get);
                mustWait(scene, joiners, JOIN, 1);
                makes(queue::taskDone);
                for (Actor joiner : joiners) {
                    returns(scene, joiner, JOIN);
                }
            }
        }
    }

    /** An item that is put while somebody joins is waited for too, when nothing was all done in between. */
    void joinsWhatComesLater() {
        JoinableQueue<Object> queue = queues.apply(3);
        makes(() -> queue.put("a"));
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor joiner = join(scene, "A", queue);
            waits(scene, joiner);
            for (int more = 1; more <= 2; more++) {
                makes(() -> queue.put("b"));
                makes(queue::taskDone);
                mustWait(scene, List.of(joiner), JOIN, 1);
            }
            makes(queue::taskDone);
            returns(scene, joiner, JOIN);
        }
    }

    /** What is put into one queue, and done in it, is of no matter to another. */
    void countsItsOwn() {
        JoinableQueue<Object> one = queues.apply(2);
        JoinableQueue<Object> other = queues.apply(2);
        makes(() -> one.put("a"));
        Message expected = Message.of("kitchen.join.own");
        refuses(other, expected);
        Scene.value(expected, Call.of(other::join));
        makes(() -> other.put("b"));
        makes(one::taskDone);
        Scene.value(expected, Call.of(one::join));
        makes(other::taskDone);
        Scene.value(expected, Call.of(other::join));
    }

    /** What was done before the last taskDone is seen after join, by many threads at once. */
    void crowdIsJoined() {
        int putters = 2;
        int times = 150;
        JoinableQueue<Object> queue = queues.apply(3);
        List<AtomicBoolean> finished = new ArrayList<>();
        for (int i = 0; i < putters * times; i++) {
            finished.add(new AtomicBoolean());
        }
        try (Scene scene = new Scene()) {
            scene.gate().open();
            List<Actor> actors = new ArrayList<>();
            for (int p = 0; p < putters; p++) {
                List<AtomicBoolean> own = finished.subList(p * times, (p + 1) * times);
                actors.add(scene.start("putter-" + (p + 1), Call.of(() -> {
                    for (AtomicBoolean item : own) {
                        queue.put(item);
                    }
                })));
                actors.add(scene.start("taker-" + (p + 1), Call.of(() -> {
                    for (int i = 0; i < times; i++) {
                        ((AtomicBoolean) queue.get()).set(true);
                        queue.taskDone();
                    }
                })));
            }
            for (int p = 0; p < actors.size(); p += 2) {
                returns(scene, actors.get(p), RETURNS);
            }
            Actor joiner = scene.start("J", () -> {
                queue.join();
                return finished.stream().filter(item -> !item.get()).count();
            });
            returns(scene, joiner, JOIN);
            if (joiner.result() instanceof Long left && left > 0) {
                throw early(JOIN, Message.of("kitchen.join.unfinished", left));
            }
            for (Actor actor : actors) {
                returns(scene, actor, RETURNS);
            }
        }
    }

    /** Those who wait for room, for items and for all to be done take no signal from each other, whoever came first. */
    void besideOthersWhoWait() {
        for (boolean joinFirst : new boolean[] {true, false}) {
            besideAPutter(joinFirst, false);
            besideAPutter(joinFirst, true);
            besideAGetter(joinFirst, false);
            besideAGetter(joinFirst, true);
        }
    }

    private void besideAPutter(boolean joinFirst, boolean doneFirst) {
        JoinableQueue<Object> queue = queues.apply(1);
        makes(() -> queue.put("a"));
        beside(queue, joinFirst, doneFirst, Call.of(() -> queue.put("b")), queue::get);
    }

    private void besideAGetter(boolean joinFirst, boolean doneFirst) {
        JoinableQueue<Object> queue = queues.apply(2);
        makes(() -> queue.put("a"));
        makes(queue::get);
        beside(queue, joinFirst, doneFirst, queue::get, () -> queue.put("b"));
    }

    /** One item is not done, and somebody joins beside one who waits for something else; each gets what it waits for. */
    private static void beside(
            JoinableQueue<Object> queue, boolean joinFirst, boolean doneFirst, Call waiting, Call.Action frees) {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor joiner = null;
            if (joinFirst) {
                joiner = join(scene, "A", queue);
                waits(scene, joiner);
            }
            Actor other = scene.start("B", waiting);
            waits(scene, other);
            if (joiner == null) {
                joiner = join(scene, "A", queue);
                waits(scene, joiner);
            }
            if (other.hasEnded()) {
                // it should have waited, which is told elsewhere
                makes(queue::taskDone);
                return;
            }
            if (doneFirst) {
                makes(queue::taskDone);
                returns(scene, joiner, JOIN);
                makes(frees);
                returns(scene, other, BESIDE);
            } else {
                makes(frees);
                returns(scene, other, BESIDE);
                makes(queue::taskDone);
                makes(queue::taskDone);
                returns(scene, joiner, JOIN);
            }
        }
    }

    /** A put that waits for room, is refused or gives up is not counted. */
    void waitingPutDoesNotCount() {
        JoinableQueue<Object> queue = queues.apply(1);
        makes(() -> queue.put("a"));
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor putter = scene.start("A", Call.of(() -> queue.put("b")));
            waits(scene, putter);
            if (putter.hasEnded()) {
                // that a full queue takes more is for lab queue's checks to tell
                return;
            }
            makes(() -> {
                try {
                    queue.putNoWait("c");
                } catch (QueueFullException e) {
                    // as it must be; if not, lab queue's checks tell
                }
            });
            makes(queue::taskDone);
            Actor joiner = join(scene, "B", queue);
            returns(scene, joiner, WAITING_PUT);
            refuses(queue, WAITING_PUT);
            putter.interrupt();
            scene.awaitEnd(putter, RETURNS);
            refuses(queue, WAITING_PUT);
        }
    }

    /** A refused null is not counted either. */
    void refusedNullDoesNotCount() {
        JoinableQueue<Object> queue = queues.apply(2);
        for (Call.Action put : List.<Call.Action>of(() -> queue.put(null), () -> queue.putNoWait(null))) {
            makes(() -> {
                try {
                    put.make();
                } catch (NullPointerException e) {
                    // as it must be; if not, lab queue's checks tell
                }
            });
        }
        Scene.value(WAITING_PUT, Call.of(queue::join));
        refuses(queue, WAITING_PUT);
    }

    /** A taskDone too many is refused, at first and at last, and changes nothing. */
    void refusesOneTooMany() {
        JoinableQueue<Object> queue = queues.apply(3);
        refuses(queue, REFUSED);
        refuses(queue, REFUSED);
        makes(() -> queue.put("a"));
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor joiner = join(scene, "A", queue);
            mustWait(scene, List.of(joiner), Message.of("kitchen.done.unchanged"), 1);
            makes(queue::get);
            makes(queue::taskDone);
            returns(scene, joiner, JOIN);
        }
        refuses(queue, REFUSED);
        Scene.value(Message.of("kitchen.done.unchanged"), Call.of(queue::join));
        // the lock is free, and the count as it was
        makes(() -> queue.put("b"));
        makes(queue::taskDone);
        refuses(queue, REFUSED);
    }

    /** An item that was put and not got can be done. */
    void acceptsWhatWasNotGot() {
        JoinableQueue<Object> queue = queues.apply(3);
        Message expected = Message.of("kitchen.done.not-got");
        Scene.value(expected, Call.of(() -> {
            queue.put("a");
            queue.put("b");
            queue.taskDone();
            queue.taskDone();
        }));
        Scene.value(expected, Call.of(queue::join));
        int size = (Integer) Scene.value(RETURNS, queue::size);
        if (size != 2) {
            throw new Violation(Evidence.of(expected, Message.of("kitchen.done.size", size)));
        }
        refuses(queue, REFUSED);
    }

    /** The first of two that join is interrupted: it throws, and the other one returns when all is done. */
    void interruptedJoinThrows() {
        JoinableQueue<Object> queue = queues.apply(3);
        makes(() -> queue.put("a"));
        makes(() -> queue.put("b"));
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor first = join(scene, "A", queue);
            waits(scene, first);
            Actor second = join(scene, "B", queue);
            waits(scene, second);
            first.interrupt();
            gaveUp(scene, first);
            mustWait(scene, List.of(second), INTERRUPT, 2);
            makes(queue::taskDone);
            mustWait(scene, List.of(second), INTERRUPT, 1);
            Actor late = scene.start("C", Call.of(() -> {
                Thread.currentThread().interrupt();
                queue.join();
            }));
            gaveUp(scene, late);
            makes(queue::taskDone);
            returns(scene, second, INTERRUPT);
            Scene.value(INTERRUPT, Call.of(queue::join));
            refuses(queue, INTERRUPT);
        }
    }

    /** Nothing is left of a join that was interrupted: the next one waits for the next item as ever. */
    void joinAfterAnInterruptedOne() {
        JoinableQueue<Object> queue = queues.apply(5);
        for (int round = 1; round <= 2; round++) {
            makes(() -> queue.put("a"));
            try (Scene scene = new Scene()) {
                scene.gate().open();
                Actor first = join(scene, "A", queue);
                waits(scene, first);
                first.interrupt();
                gaveUp(scene, first);
                makes(queue::taskDone);
                makes(() -> queue.put("b"));
                Actor second = join(scene, "B", queue);
                mustWait(scene, List.of(second), INTERRUPT, 1);
                makes(queue::taskDone);
                returns(scene, second, INTERRUPT);
            }
        }
    }

    private static void gaveUp(Scene scene, Actor actor) {
        scene.awaitEnd(actor, INTERRUPT);
        if (actor.thrown() == null) {
            throw new Violation(Evidence.of(INTERRUPT, Message.of("kitchen.join.ignored", actor.name()))
                    .hinting(Message.of("kitchen.join.interrupt.try")));
        }
        if (!(actor.thrown() instanceof InterruptedException)) {
            throw Scene.threw(INTERRUPT, actor.thrown());
        }
    }

    /** Whoever joins uses no CPU while it waits. */
    void joinCostsNothing() {
        // what a wait costs shows only where its times are its own
        JoinableQueue<Object> queue = patient.apply(2);
        makes(() -> queue.put("a"));
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor joiner = join(scene, "A", queue);
            IdleWaiting.watch(joiner, "join()", () -> false, false);
            makes(queue::taskDone);
            joiner.awaitEnd(Duration.ofNanos(TimeUnit.SECONDS.toNanos(1)));
        }
    }

    private static Actor join(Scene scene, String name, JoinableQueue<Object> queue) {
        return scene.start(name, Call.of(queue::join));
    }

    private static void waits(Scene scene, Actor actor) {
        if (actor.settle(scene.gate(), LIMIT) == Actor.Rest.RESTLESS) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
    }

    /** None of these may end yet. */
    private static void mustWait(Scene scene, List<Actor> actors, Message expected, int unfinished) {
        if (scene.happens(() -> actors.stream().anyMatch(Actor::hasEnded), BRIEFLY)) {
            for (Actor actor : actors) {
                if (actor.hasEnded() && actor.thrown() != null) {
                    throw Scene.threw(expected, actor.thrown());
                }
            }
            throw early(expected, Message.of("kitchen.join.early", unfinished));
        }
    }

    private static Violation early(Message expected, Message observed) {
        return new Violation(Evidence.of(expected, observed).hinting(Message.of("kitchen.join.try")));
    }

    private static void returns(Scene scene, Actor actor, Message expected) {
        scene.awaitEnd(actor, expected);
        if (actor.thrown() != null) {
            throw Scene.threw(expected, actor.thrown());
        }
    }

    private static void makes(Call.Action action) {
        Scene.value(RETURNS, Call.of(action));
    }

    /** One taskDone more is refused. */
    static void refuses(JoinableQueue<Object> queue, Message expected) {
        Actor actor = Scene.call("A", expected, Call.of(queue::taskDone));
        if (actor.thrown() == null) {
            throw new Violation(
                    Evidence.of(expected, Message.of("kitchen.done.accepted")).hinting(Message.of("kitchen.done.try")));
        }
        if (!(actor.thrown() instanceof IllegalStateException)) {
            throw Scene.threw(expected, actor.thrown());
        }
    }
}
