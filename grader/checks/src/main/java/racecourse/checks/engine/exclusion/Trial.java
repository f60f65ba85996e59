package racecourse.checks.engine.exclusion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.checks.protocol.Step;
import racecourse.checks.protocol.Timeline;
import racecourse.contract.Pause;

/** One scene around one section, with the story of what happened. */
final class Trial implements AutoCloseable {
    static final int START = 100;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration LET_GO = Duration.ofMillis(500);

    private final Section.Maker maker;
    private final int start;
    private final Pause pause;
    private final Scene scene = new Scene();
    private final List<Actor> lanes = new ArrayList<>();
    private final List<Step> story = new ArrayList<>();
    private final Section section;

    Trial(Section.Maker maker) {
        this(maker, START);
    }

    Trial(Section.Maker maker, int start) {
        this(maker, start, pause -> pause);
    }

    /** A trial whose pause does something else before or after it has passed the gate. */
    Trial(Section.Maker maker, UnaryOperator<Pause> around) {
        this(maker, START, around);
    }

    Trial(Section.Maker maker, int start, UnaryOperator<Pause> around) {
        this.maker = maker;
        this.start = start;
        this.pause = around.apply(scene.gate()::pass);
        this.section = make(maker, start, pause);
    }

    /** Makes a section on a thread of its own, for a constructor can hang too. */
    static Section make(Section.Maker maker, int start, Pause pause) {
        return (Section) Scene.value(Message.of("engine.constructor.returns"), () -> maker.make(start, pause));
    }

    Section section() {
        return section;
    }

    /** The very object that the section was given. */
    Pause pause() {
        return pause;
    }

    int start() {
        return start;
    }

    Gate gate() {
        return scene.gate();
    }

    Scene scene() {
        return scene;
    }

    /** Starts a thread that takes one. */
    Actor take(String name) {
        return start(name, Call.of(section::take));
    }

    Actor start(String name, Call call) {
        Actor actor = scene.start(name, call);
        lanes.add(actor);
        return actor;
    }

    Actor.Rest settle(Actor actor) {
        Actor.Rest rest = actor.settle(scene.gate(), LIMIT);
        if (rest == Actor.Rest.RESTLESS) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
        return rest;
    }

    /** Starts a thread that takes one and waits until it is held inside. */
    Actor takeAndHold(String name) {
        return takeAndHold(name, Call.of(section::take));
    }

    /** The same for a call that takes one after something else. */
    Actor takeAndHold(String name, Call call) {
        Actor actor = start(name, call);
        Actor.Rest rest = settle(actor);
        if (rest == Actor.Rest.SPINNING && comes(actor)) {
            rest = Actor.Rest.HELD;
        }
        if (rest == Actor.Rest.WAITING || rest == Actor.Rest.SPINNING) {
            // nobody is inside, so nothing is there to wait for
            scene.awaitEnd(actor, Message.of("engine.take.free", maker.take()));
        }
        if (rest == Actor.Rest.ENDED && actor.thrown() != null) {
            throw Scene.threw(Message.of("engine.take.returns", maker.take()), actor.thrown());
        }
        if (rest != Actor.Rest.HELD) {
            // whether the pause is called is another check's affair
            throw new Powerless(Message.of("engine.no-pause", maker.take()));
        }
        tell(actor, Step.Action.ENTER_PAUSE, "");
        return actor;
    }

    /** Starts a thread that takes many times and waits until it is held inside at last. */
    Actor takeManyAndHold(String name, int times) {
        Actor actor = start(name, () -> {
            for (int i = 0; i <= times; i++) {
                section.take();
            }
            return "";
        });
        if (!comes(actor, LIMIT)) {
            if (actor.hasEnded() && actor.thrown() != null) {
                throw Scene.threw(Message.of("engine.take.returns", maker.take()), actor.thrown());
            }
            // how often the pause is called, and whether this ends, are other checks' affairs
            throw new Powerless(
                    actor.hasEnded()
                            ? Message.of("engine.no-pause", maker.take())
                            : Message.of("engine.time-ran-out", actor.name()));
        }
        tell(actor, Step.Action.ENTER_PAUSE, "");
        return actor;
    }

    /** Returns whether an actor comes inside after all: it has only had much to do on its way. */
    private boolean comes(Actor actor) {
        return comes(actor, LET_GO);
    }

    private boolean comes(Actor actor, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!scene.gate().holds(actor) && !actor.hasEnded() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        return scene.gate().holds(actor);
    }

    /** Lets an actor go and waits for its end. */
    void finish(Actor actor) {
        scene.gate().release(actor);
        scene.awaitEnd(actor, Message.of("engine.take.ends", maker.take(), actor.name()));
    }

    /** Reads what is left, on a thread of its own. */
    int left() {
        return (Integer) Scene.value(Message.of("engine.left.returns", maker.left()), section::left);
    }

    /** Lets everybody go and waits a moment for their ends. */
    void letAllEnd() {
        scene.gate().open();
        lanes.forEach(actor -> actor.awaitEnd(LET_GO));
    }

    void tell(Actor actor, Step.Action action, String value) {
        List<Place> places = actor.hasEnded() ? List.of() : actor.isAt();
        story.add(new Step(
                lanes.indexOf(actor), action, maker.take(), value, places.isEmpty() ? null : places.get(0), null));
    }

    Timeline timeline() {
        return new Timeline(lanes.stream().map(Actor::name).toList(), story, "");
    }

    @Override
    public void close() {
        scene.close();
    }
}
