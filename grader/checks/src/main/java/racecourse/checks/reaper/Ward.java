package racecourse.checks.reaper;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.children.Child;
import racecourse.checks.engine.children.Nursery;
import racecourse.checks.engine.children.Patience;
import racecourse.checks.engine.children.Running;
import racecourse.checks.engine.children.Sleeper;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.reaper.ChildReaper;

/** One trial: a reaper of the submission, its children, and the threads that call it. Nothing of it is left when closed. */
final class Ward implements AutoCloseable {
    static final String CLASS = "lab.reaper.WaitingChildReaper";

    /** Much longer than a child takes to come up. */
    private static final Duration UP = Duration.ofSeconds(8);

    /** A reaper that is put away may use this long for it. */
    private static final Duration LET_CLOSE = Duration.ofMillis(500);

    private final MethodHandle constructor;
    private final Nursery nursery = new Nursery();
    private final Scene scene = new Scene();
    private final List<ChildReaper> reapers = new ArrayList<>();
    private final List<Sleeper> sleepers = new ArrayList<>();
    private final ChildReaper reaper;

    Ward(Subject subject) throws IOException {
        constructor = subject.constructor(CLASS, ChildReaper.class);
        scene.gate().open();
        reaper = another();
    }

    /** The reaper under test. */
    ChildReaper reaper() {
        return reaper;
    }

    /** Makes one reaper more. */
    ChildReaper another() {
        Call make = () -> (ChildReaper) constructor.invokeExact();
        ChildReaper made = (ChildReaper) value(Message.of("engine.constructor.returns"), make);
        reapers.add(made);
        return made;
    }

    Nursery nursery() {
        return nursery;
    }

    /** Makes a call on a thread of its own, which goes on while the trial does. */
    Actor begin(String name, Call call) {
        return scene.start(name, call);
    }

    /** Waits for the end of a call that nothing keeps from ending. */
    void awaitEnd(Actor actor, Message expected) {
        scene.awaitEnd(actor, expected);
    }

    /** Makes a call that nothing keeps from ending; whatever it throws is a violation. */
    Object value(Message expected, Call call) {
        Actor actor = begin("A", call);
        awaitEnd(actor, expected);
        return resultOf(actor, expected);
    }

    /** What a call has returned; whatever it has thrown is a violation. */
    static Object resultOf(Actor actor, Message expected) {
        Throwable thrown = actor.thrown();
        if (thrown != null) {
            throw Scene.threw(expected, thrown);
        }
        Object result = actor.result();
        return result == null ? "nothing" : result;
    }

    /** Lets the reaper under test start a child, and waits until it is up. */
    Child start() {
        return start(reaper, Child.Kind.DOCILE, 1).get(0);
    }

    List<Child> start(int count) {
        return start(reaper, Child.Kind.DOCILE, count);
    }

    /** Lets a reaper start children, and waits until they are up. */
    List<Child> start(ChildReaper by, Child.Kind kind, int count) {
        List<Child> started = new ArrayList<>();
        List<Long> pids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Child child = nursery.plan(kind);
            started.add(child);
            pids.add((Long) value(Message.of("reaper.start.returns"), () -> by.start(child.command())));
        }
        for (int i = 0; i < count; i++) {
            awaitUp(started.get(i), pids.get(i));
        }
        return started;
    }

    /** Lets the reaper under test start a child that only sleeps, or starts one that does. */
    Sleeper startSleeper(List<String> command) {
        return startSleeper(reaper, command);
    }

    /** The same by another reaper. */
    Sleeper startSleeper(ChildReaper by, List<String> command) {
        Sleeper sleeper = Sleeper.of((Long) value(Message.of("reaper.start.returns"), () -> by.start(command)));
        sleepers.add(sleeper);
        return sleeper;
    }

    /** Waits until a child is up that was said to have been started. */
    void awaitUp(Child child, long pid) {
        Message expected = Message.of("reaper.start.expected");
        if (!child.awaitUp(UP)) {
            if (ProcessHandle.of(pid).filter(Running::is).isPresent() || !canBeStarted()) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            throw new Violation(Evidence.of(expected, Message.of("reaper.start.nothing", pid)));
        }
        if (child.pid() != pid) {
            throw new Violation(Evidence.of(expected, Message.of("reaper.start.other-pid", pid, child.pid())));
        }
    }

    /** The control of a child that did not come up: one that is started here does. */
    private boolean canBeStarted() {
        try {
            startHere(nursery.plan(Child.Kind.DOCILE));
            return true;
        } catch (IOException | Powerless e) {
            return false;
        }
    }

    /** Starts a child that is no reaper's. */
    void startHere(Child child) throws IOException {
        new ProcessBuilder(child.command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!child.awaitUp(UP)) {
            throw new Powerless(Message.of("engine.child.silent"));
        }
    }

    /** Reaps a child that has ended, which nothing keeps from being reaped. */
    void reaps(ChildReaper by, Child child, int status) {
        Actor actor = begin("A", () -> by.reap(child.pid()));
        awaitEnd(actor, reap(status));
        hasReaped(actor, status);
    }

    void reaps(Child child, int status) {
        reaps(reaper, child, status);
    }

    /** Looks at what a reap that has ended has returned. */
    static void hasReaped(Actor actor, int status) {
        Object told = resultOf(actor, reap(status));
        if (!told.equals(status)) {
            throw new Violation(Evidence.of(reap(status), Message.of("reaper.status.observed", told)));
        }
    }

    /** What reap has to return. */
    static Message reap(int status) {
        return Message.of("reaper.status.expected", status);
    }

    /** Lets the reaper under test reap all, where all have ended, and returns what it gave out. */
    Map<?, ?> reapsAll(ChildReaper by) {
        return (Map<?, ?>) value(Message.of("reaper.all.returns"), by::reapAll);
    }

    /**
     * Waits until a call waits for something, or has ended.
     *
     * @throws Powerless if it does neither in time
     */
    void settle(Actor actor) {
        Actor.Rest rest = actor.settle(scene.gate(), UP);
        if (rest == Actor.Rest.RESTLESS || rest == Actor.Rest.SPINNING) {
            throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
        }
    }

    /**
     * Waits until a call has ended by itself, or waits and has done so for long.
     *
     * @return whether it waits
     */
    static boolean waits(Actor actor, Duration longWait) {
        if (Patience.wait(longWait, actor::awaitEnd)) {
            return false;
        }
        // it may be at work; then it is given the time to end
        if (Patience.wait(UP, slice -> actor.awaitEnd(slice) || isWaiting(actor))) {
            return !actor.hasEnded();
        }
        throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
    }

    private static boolean isWaiting(Actor actor) {
        Thread.State state = actor.thread().getState();
        return state == Thread.State.BLOCKED || state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /** Waits until this JVM has seen the end of a child that is about to end; returns whether it has. */
    static boolean awaitReaped(long pid, Duration limit) {
        return Patience.wait(limit, slice -> {
            long end = System.nanoTime() + slice.toNanos();
            while (ProcessHandle.of(pid).isPresent() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
            return ProcessHandle.of(pid).isEmpty();
        });
    }

    /** Whether a call has ended in refusing a process id. */
    static boolean refused(Actor actor) {
        return actor.thrown() instanceof NoSuchElementException;
    }

    /** The violation of a call that returned what it should not, or nothing at all. */
    static Violation returned(Message expected, Actor actor) {
        @Nullable Throwable thrown = actor.thrown();
        return thrown != null
                ? Scene.threw(expected, thrown)
                : new Violation(Evidence.of(expected, Message.of("reaper.returned", String.valueOf(actor.result()))));
    }

    @Override
    public void close() {
        nursery.close();
        sleepers.forEach(Sleeper::close);
        Actor closing = begin("Z", Call.of(() -> {
            for (ChildReaper one : reapers) {
                one.close();
            }
        }));
        closing.awaitEnd(LET_CLOSE);
        scene.close();
    }
}
