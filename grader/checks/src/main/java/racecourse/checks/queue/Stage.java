package racecourse.checks.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Standstill;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Track;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;

/** One queue and the threads that use it, with the history of what they did. */
final class Stage implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final Duration LET_GO = Duration.ofMillis(60);
    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    /** What is put to let somebody end, apart from what a trial puts itself. */
    private static final int EXTRA = 900;

    private static final int MOST_EXTRAS = 40;

    private final Scene scene = new Scene();
    private final Channel queue;
    private final History history;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private int extras;

    Stage(Channel.Maker maker, int capacity) {
        this.queue = make(maker, capacity);
        this.history = new History(capacity);
    }

    /** Makes a queue on a thread of its own, for a constructor can hang too. */
    static Channel make(Channel.Maker maker, int capacity) {
        return (Channel) Scene.value(Message.of("engine.constructor.returns"), () -> maker.make(capacity));
    }

    Scene scene() {
        return scene;
    }

    Gate gate() {
        return scene.gate();
    }

    Channel queue() {
        return queue;
    }

    History history() {
        return history;
    }

    /** Starts a thread that makes calls one after the other, until one throws. */
    Actor start(String name, Op... ops) {
        return start(name, null, ops);
    }

    /** The same on a track. */
    Actor start(String name, @Nullable Track track, Op... ops) {
        return start(name, track, false, ops);
    }

    /** Starts a thread whose interrupt flag is set when it calls. */
    Actor startInterrupted(String name, Op op) {
        return start(name, null, true, op);
    }

    private Actor start(String name, @Nullable Track track, boolean interrupted, Op... ops) {
        history.comes();
        Call call = Call.of(() -> {
            try {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                for (Op op : ops) {
                    History.Entry entry = history.begins(name, op);
                    try {
                        history.ends(entry, op.on(queue), null);
                    } catch (Throwable e) {
                        history.ends(entry, null, e);
                        throw e;
                    }
                }
            } finally {
                history.leaves();
            }
        });
        Actor actor = scene.start(name, track == null ? call : track.over(call));
        actors.put(name, actor);
        return actor;
    }

    /** Makes calls on a thread of its own and waits for their end, which nothing should delay. */
    void run(String name, Op... ops) {
        Actor actor = start(name, ops);
        Standstill.awaitOrProve(scene, actor::hasEnded, () -> actor, Message.of("queue.op.ends", ops[ops.length - 1]));
    }

    /** Puts items into a queue that has room for them. */
    void fill(int... items) {
        Op[] ops = new Op[items.length];
        for (int i = 0; i < ops.length; i++) {
            ops[i] = Op.put(items[i]);
        }
        if (ops.length > 0) {
            run("filler", ops);
        }
    }

    /** Starts a thread and looks, briefly, where it comes to rest. */
    Actor.Rest startAndLook(String name, @Nullable Track track, Op... ops) {
        return start(name, track, ops).settleBriefly(gate(), LIMIT);
    }

    /** Starts a thread that has to wait, and looks long enough to be sure of what it does. */
    Actor.Rest park(String name, Op op) {
        return settle(start(name, op));
    }

    Actor.Rest settle(Actor actor) {
        Actor.Rest rest = actor.settle(gate(), LIMIT);
        if (rest == Actor.Rest.RESTLESS) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
        return rest;
    }

    Actor.Rest settleBriefly(Actor actor) {
        return actor.settleBriefly(gate(), LIMIT);
    }

    /** Returns whether an actor is held; looks longer where it seems to wait or runs on. */
    boolean isHeld(Actor actor) {
        Actor.Rest rest = settleBriefly(actor);
        return switch (rest) {
            case HELD -> true;
            case ENDED -> false;
            case WAITING, SPINNING, RESTLESS -> settle(actor) == Actor.Rest.HELD;
        };
    }

    /**
     * Waits until everybody has gone on who can.
     *
     * @throws Violation if it is proven that somebody waits for ever for what is there
     */
    void rest() {
        Standstill.awaitOrProve(
                scene, () -> history.rests() || history.isSpoiled(), this::late, Message.of("queue.rest"));
    }

    private Actor late() {
        History.Entry late = history.late();
        Actor actor = late == null ? null : actors.get(late.thread);
        return actor != null
                ? actor
                : actors.values().stream()
                        .filter(one -> !one.hasEnded())
                        .findFirst()
                        .orElseGet(() -> actors.values().iterator().next());
    }

    /** Lets everybody end who still waits, as a user of the queue would: with what they wait for. */
    void letAllEnd() {
        rest();
        List<History.Entry> pending = history.pending();
        while (!history.isSpoiled() && !pending.isEmpty() && extras < MOST_EXTRAS) {
            extras++;
            boolean putter = pending.get(0).op.kind().puts();
            run("helper-" + extras, putter ? Op.get() : Op.put(EXTRA + extras));
            rest();
            pending = history.pending();
        }
    }

    /** Takes everything out, alone. */
    void drain() {
        for (int i = 0; i < MOST_EXTRAS; i++) {
            extras++;
            run("drain-" + extras, Op.getNoWait());
            List<History.Entry> entries = history.entries();
            if (!entries.get(entries.size() - 1).isDone()) {
                return;
            }
        }
    }

    /** Puts as many in as there is room for, alone; two more than that where a queue has lost its measure. */
    void fillUp() {
        for (int i = 0; i < history.capacity() + 2; i++) {
            extras++;
            run("filler-" + extras, Op.putNoWait(EXTRA + extras));
            List<History.Entry> entries = history.entries();
            if (!entries.get(entries.size() - 1).isDone()) {
                return;
            }
        }
    }

    /** Returns the violation of what an actor threw that no call may throw; {@code null} if nothing was thrown. */
    @Nullable
    Violation failure() {
        Throwable thrown = history.failure();
        return thrown == null
                ? null
                : new Violation(Scene.threw(Message.of("queue.calls-return"), thrown)
                        .evidence()
                        .along(timeline(null)));
    }

    /** Returns where threads were held at the gate. */
    List<Place> held() {
        List<Place> places = new ArrayList<>();
        for (Gate.Arrival arrival : gate().arrivals()) {
            String name = arrival.actor() == null
                    ? arrival.thread().getName()
                    : Objects.requireNonNull(arrival.actor()).name();
            places.addAll(Threads.innermost(arrival.stack(), Message.of("queue.stopped-here", name)));
        }
        return places;
    }

    /** Returns the history as an interleaving. */
    Timeline timeline(@Nullable Message last) {
        List<History.Moment> moments = history.moments();
        List<String> lanes =
                moments.stream().map(History.Moment::thread).distinct().toList();
        List<Step> steps = new ArrayList<>();
        for (History.Moment moment : moments) {
            History.Entry entry = moment.entry();
            Step.Action action =
                    !moment.isEnd() ? Step.Action.CALL : entry.thrown == null ? Step.Action.RETURN : Step.Action.THROW;
            steps.add(new Step(
                    lanes.indexOf(moment.thread()),
                    action,
                    moment.isEnd() ? "" : entry.op.toString(),
                    moment.isEnd() ? value(entry) : "",
                    null,
                    steps.size() == moments.size() - 1 ? last : null));
        }
        return new Timeline(lanes.stream().map(name -> "thread " + name).toList(), steps, "");
    }

    private static String value(History.Entry entry) {
        if (entry.thrown != null) {
            return entry.thrown.getClass().getSimpleName();
        }
        return entry.op.kind().puts() && entry.isDone() ? "" : String.valueOf(entry.result);
    }

    @Override
    public void close() {
        gate().open();
        // whatever has been found: leave as few threads behind as this queue allows
        if (!history.pending().isEmpty()) {
            Actor helper = scene.start("helper", Call.of(this::letGo));
            helper.awaitEnd(LET_GO);
            actors.values().stream().filter(actor -> !actor.hasEnded()).forEach(Actor::interrupt);
        }
        scene.close();
    }

    /** Gives those who wait what they wait for, until all have ended or it does not help. */
    private void letGo() throws Throwable {
        long end = System.nanoTime() + LET_GO.toNanos();
        while (System.nanoTime() < end && !history.pending().isEmpty()) {
            boolean putter =
                    history.pending().stream().anyMatch(entry -> entry.op.kind().puts());
            if (putter) {
                queue.getNoWait();
            } else {
                queue.putNoWait(EXTRA);
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
    }
}
