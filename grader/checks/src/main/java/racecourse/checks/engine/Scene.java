package racecourse.checks.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/**
 * One trial: a few actors and a gate. Whatever happens, the gate is open and the actors have ended, or are known to be
 * stuck, when it is closed.
 */
public final class Scene implements AutoCloseable {
    /** Long enough for a free thread to end its call on a busy machine; a proof starts after it. */
    private static final Duration SOON = Duration.ofMillis(250);

    /** A proof that needs more is none. */
    private static final long PROOF_NANOS = TimeUnit.SECONDS.toNanos(8);

    /** Two dumps lie this far apart. */
    private static final long BETWEEN_DUMPS_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static final int LOOKS_FOR_NAPS = 50;

    /** How long a thread must have run in circles, in CPU time of its own, before it counts as making no progress. */
    private static final long NO_PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How long threads may take to come to a stand. */
    private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

    /** How much longer a stand-still must last in which somebody could wake up by itself. */
    private static final int TIMED_TIMES = 4;

    private static final String TIMED = "timed: ";

    /** Twice what a JVM keeps in reserve, and so little that the system hands out no used stack of a usual thread. */
    private static final long SMALL_STACK_BYTES = 200 << 10;

    /** The proof by which threads wait, and not run in circles. */
    static final String WAITS = "engine.stuck.waits";

    private static final Duration LET_GO = Duration.ofMillis(500);

    private static final Wakers WAKERS = new Wakers();

    private final Set<Thread> before = new HashSet<>(Threads.alive());
    private final List<Actor> actors = new ArrayList<>();
    private final Gate gate = new Gate();

    /** Returns the gate, closed at first. */
    public Gate gate() {
        return gate;
    }

    /**
     * Starts an actor.
     *
     * @param name its name, {@code A}
     * @param call what it does
     * @return the actor
     */
    public Actor start(String name, Call call) {
        return start(new Actor("thread " + name, call, 0));
    }

    /** The same on a stack where calls within calls within calls end soon. */
    public Actor startOnSmallStack(String name, Call call) {
        return start(new Actor("thread " + name, call, SMALL_STACK_BYTES));
    }

    private Actor start(Actor actor) {
        actors.add(actor);
        actor.start();
        return actor;
    }

    /**
     * Waits for the end of an actor that nothing keeps from ending.
     *
     * @param actor the actor
     * @param expected what the contract demands, for the evidence
     * @throws Violation with a thread dump, if it is proven that the call never ends
     * @throws Powerless if the call has not ended in time and nothing is proven
     */
    public void awaitEnd(Actor actor, Message expected) {
        if (actor.awaitEnd(SOON)) {
            return;
        }
        long begin = System.nanoTime();
        Map<Thread, Long> cpu = new HashMap<>();
        @Nullable List<String> last = null;
        while (System.nanoTime() - begin < PROOF_NANOS) {
            @Nullable List<String> now = waits(false);
            if (now != null
                    && now.equals(last)
                    && Standstill.othersGotTheirTurns()
                    && now.equals(waits(false))
                    && !actor.hasEnded()) {
                throw stuck(actor, expected, WAITS);
            }
            last = now;
            for (Thread thread : others()) {
                if (thread instanceof Actor.Body && thread != actor.thread()) {
                    continue;
                }
                long used = Threads.cpuNanos(thread);
                long before = cpu.computeIfAbsent(thread, key -> used);
                if (used - before > NO_PROGRESS_NANOS && !actor.hasEnded()) {
                    throw thread == actor.thread()
                            ? stuck(actor, expected, "engine.stuck.spins")
                            : stuck(actor, expected, "engine.stuck.other-spins", thread.getName());
                }
            }
            if (actor.awaitEnd(Duration.ofNanos(BETWEEN_DUMPS_NANOS))) {
                return;
            }
        }
        if (onlyRetries(actor)) {
            throw stuck(actor, expected, "engine.stuck.retries");
        }
        throw new Powerless(Message.of("engine.time-ran-out", actor.name()));
    }

    /**
     * Waits for something to happen that the gate keeps nobody from, or for all to stand still: every thread of the
     * scene waits or is held at the gate, unchanged over two looks. Where one waits for a time only, the second look
     * comes much later: whoever repeats a wait that is cut short has repeated it many times by then.
     *
     * @param event whether it has happened
     * @param between how far apart the looks are
     * @return whether it happened; false if all stands still without it
     * @throws Powerless if neither comes true in time
     */
    public boolean happens(BooleanSupplier event, Duration between) {
        long begin = System.nanoTime();
        long looked = begin - between.toNanos();
        long since = begin;
        @Nullable List<String> last = null;
        while (System.nanoTime() - begin < CALM_NANOS) {
            if (event.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() - looked >= between.toNanos()) {
                looked = System.nanoTime();
                @Nullable List<String> now = waits(true);
                if (now == null || !now.equals(last)) {
                    since = looked;
                    last = now;
                } else if (looked - since >= between.toNanos() * (isTimed(now) ? TIMED_TIMES : 1)) {
                    return event.getAsBoolean();
                }
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        throw new Powerless(Message.of("engine.restless"));
    }

    private static boolean isTimed(List<String> waits) {
        return waits.stream().anyMatch(wait -> wait.startsWith(TIMED));
    }

    /** Returns the living threads that the submission has started since the scene began. */
    public List<Thread> started() {
        return others().stream()
                .filter(thread -> !(thread instanceof Actor.Body) && thread.isAlive())
                .toList();
    }

    /**
     * Counts threads that were there before the scene as started in it: those of a pool that may be given work to do.
     *
     * @param reserve the threads
     */
    public void callIn(Collection<Thread> reserve) {
        before.removeAll(reserve);
    }

    /** Returns whether a thread was made by the submission after the scene had begun; for one that is alive. */
    public boolean isNew(Thread thread) {
        return !before.contains(thread) && !(thread instanceof Actor.Body);
    }

    /**
     * Returns where every thread that could matter waits without end, or {@code null} if one does not.
     *
     * @param forNow whether being held, and waiting for a time only, will do
     */
    private @Nullable List<String> waits(boolean forNow) {
        List<String> waits = new ArrayList<>();
        List<Thread> others = others();
        for (Thread thread : others) {
            // read before the state: what runs in between shows in the next look
            long cpu = Threads.cpuNanos(thread);
            Thread.State state = thread.getState();
            if (state == Thread.State.TERMINATED || Threads.idlesInAPool(thread)) {
                continue;
            }
            boolean waiting =
                    (Threads.waitsForAThread(thread) && !gate.isPassing(thread)) || (forNow && gate.holds(thread));
            boolean timed = !waiting && forNow && state == Thread.State.TIMED_WAITING;
            String at = waiting || timed ? Threads.waitingAt(thread) : null;
            if (at == null) {
                return null;
            }
            // waking up and going to sleep again takes time, and brings nobody on
            waits.add(timed ? TIMED + thread.getName() + " " + at : thread.getName() + " " + cpu + " " + at);
        }
        return !forNow && mayBeWoken(others) ? null : waits;
    }

    /** Whether somebody who is not of this scene may wake one of its threads. */
    boolean mayBeWoken(List<Thread> others) {
        return WAKERS.mayCome(others);
    }

    /** Whether the actor is the only one left and has done nothing but try again to acquire, all the time. */
    private boolean onlyRetries(Actor actor) {
        return !actor.hasEnded()
                && !gate.holds(actor)
                && others().stream().allMatch(thread -> thread == actor.thread() || !thread.isAlive())
                && naps(actor);
    }

    /** Who tries again and again waits a little in between; who only is slow, on a busy disk say, does not. */
    private static boolean naps(Actor actor) {
        for (int look = 0; look < LOOKS_FOR_NAPS && !actor.hasEnded(); look++) {
            if (actor.thread().getState() == Thread.State.TIMED_WAITING) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_DUMPS_NANOS / LOOKS_FOR_NAPS);
        }
        return false;
    }

    /** The actors' threads, and those that the submission has started since the scene began. */
    List<Thread> others() {
        List<Thread> threads = new ArrayList<>();
        actors.forEach(actor -> threads.add(actor.thread()));
        Set<Thread> now = new HashSet<>(Threads.alive());
        now.removeAll(before);
        now.removeAll(threads);
        now.remove(Thread.currentThread());
        now.stream().filter(Scene::matters).forEach(threads::add);
        return threads;
    }

    /** The JVM starts threads of its own when it likes. */
    private static boolean matters(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && !group.getName().equals("system");
    }

    /** Returns the violation of a call that never ends. */
    Violation stuck(Actor actor, Message expected, String key, Object... more) {
        List<Thread> threads = others().stream().filter(Thread::isAlive).toList();
        List<StackTraceElement> stack = Threads.stack(actor.thread());
        List<Thread> circle = Threads.deadlocked(threads);
        List<Place> places = new ArrayList<>(Threads.innermost(stack, Message.of("engine.stuck.here", actor.name())));
        circle.stream()
                .filter(thread -> thread != actor.thread())
                .forEach(thread -> places.addAll(
                        Threads.innermost(Threads.stack(thread), Message.of("engine.stuck.here", thread.getName()))));
        List<Object> arguments = new ArrayList<>(List.of(actor.name(), threads.size()));
        arguments.addAll(List.of(more));
        Evidence evidence = Evidence.of(expected, Message.of(key, arguments.toArray()))
                .at(places)
                .dumped(Threads.dump(threads));
        if (key.equals(WAITS)) {
            List<String> ended =
                    actors.stream().filter(Actor::hasEnded).map(Actor::name).toList();
            evidence = evidence.tied(Knots.of(threads, ended));
        }
        return new Violation(
                circle.isEmpty()
                        ? evidence
                        : evidence.because(Message.of("engine.stuck.circle", circle.size()))
                                .hinting(Message.of("engine.stuck.circle.try")));
    }

    /** Opens the gate and lets the actors end; those that do not are left behind, and the worker is replaced. */
    @Override
    public void close() {
        gate.open();
        long end = System.nanoTime() + LET_GO.toNanos();
        for (Actor actor : actors) {
            while (!actor.hasEnded() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
        }
    }

    /** Makes a call on a thread of its own and waits for its end, however it ends. */
    public static Actor call(String name, Message expected, Call call) {
        try (Scene scene = new Scene()) {
            scene.gate().open();
            Actor actor = scene.start(name, call);
            scene.awaitEnd(actor, expected);
            return actor;
        }
    }

    /** Makes a call on a thread of its own; whatever it throws is a violation. */
    public static Object value(Message expected, Call call) {
        Actor actor = call("A", expected, call);
        Throwable thrown = actor.thrown();
        if (thrown != null) {
            throw threw(expected, thrown);
        }
        return Objects.requireNonNullElse(actor.result(), "nothing");
    }

    /**
     * Returns the violation of having thrown something that the contract does not allow here.
     *
     * @param expected what the contract demands
     * @param thrown what was thrown
     * @return the violation
     * @throws IllegalStateException if it was no line of the submission that threw, but the kit itself
     */
    public static Violation threw(Message expected, Throwable thrown) {
        if (thrown instanceof Violation violation) {
            return violation;
        }
        if (thrown instanceof Powerless powerless) {
            throw powerless;
        }
        if (!Threads.isOfTheSubmission(thrown)) {
            throw new IllegalStateException("the kit itself failed", thrown);
        }
        Throwable cause = thrown.getCause();
        // an error of linking hides what the initializer threw
        Throwable told = thrown instanceof LinkageError && cause != null ? cause : thrown;
        return new Violation(
                Evidence.of(expected, Message.of("engine.threw", told)).at(thrownAt(thrown)));
    }

    private static List<Place> thrownAt(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            List<Place> places = Threads.innermost(List.of(cause.getStackTrace()), null);
            if (!places.isEmpty()) {
                return places;
            }
        }
        return List.of();
    }
}
