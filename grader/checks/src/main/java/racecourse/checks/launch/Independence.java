package racecourse.checks.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.HeldUp;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.starting.Body;
import racecourse.checks.engine.starting.Rest;
import racecourse.checks.engine.starting.RunsOnce;
import racecourse.checks.engine.starting.Started;
import racecourse.checks.engine.starting.Starter;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/** Every launch is a thread of its own: beside others of the same name, from within them, and many at once. */
final class Independence {
    private static final int TRIALS = 3;
    private static final int TRIES = 8;
    private static final int CROWD = 4;
    private static final int TIMES = 25;
    private static final String NAME = "same";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Message EXPECTED = Message.of("launch.independent.expected");

    private Independence() {}

    /** While one body is held, another one of the same name is launched and runs to its end. */
    static Outcome besideOneThatIsHeld(Subject subject) {
        Launching launching = Launching.of(subject);
        Launching other = Launching.of(subject);
        List<Starter> seconds = new ArrayList<>(launching.both());
        seconds.addAll(other.both());
        for (Starter first : launching.both()) {
            for (Starter second : seconds) {
                beside(first, second);
            }
        }
        return new Outcome.Clean();
    }

    private static void beside(Starter first, Starter second) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!waited(first, second, trial == TRIALS)) {
                return;
            }
        }
    }

    private static boolean waited(Starter first, Starter second, boolean last) {
        try (Scene scene = new Scene()) {
            Actor one = Started.begin(scene, "A", first, NAME, scene.gate()::pass);
            if (one.settle(scene.gate(), LIMIT) != Actor.Rest.ENDED) {
                // that the caller does not go on is another check's affair
                return false;
            }
            Started held = Started.by(one, first);
            Body body = new Body();
            Actor two = scene.start("B", () -> launchAndAwait(second, body));
            boolean heldUp = HeldUp.isHeldUp(two, scene.gate(), HeldUp.SOON, Call.of(Independence::plainThread));
            Evidence evidence = Evidence.of(
                            EXPECTED, Message.of("launch.independent.waited", second.call(), first.call(), TRIALS))
                    .at(Threads.innermost(List.of(two.thread().getStackTrace()), null))
                    .hinting(Message.of("launch.independent.try"));
            scene.gate().open();
            scene.awaitEnd(two, EXPECTED);
            if (heldUp) {
                if (last) {
                    throw new Violation(evidence);
                }
                return true;
            }
            if (Started.by(two, second).thread() == held.thread()) {
                throw new Violation(Evidence.of(EXPECTED, Message.of("launch.independent.same-thread"))
                        .hinting(Message.of("launch.independent.try")));
            }
            RunsOnce.ranOnce(second, Started.by(two, second).thread(), body);
            return false;
        }
    }

    private static void plainThread() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        Thread thread = new Thread(ran::countDown, NAME);
        thread.setDaemon(true);
        thread.start();
        ran.await();
    }

    /** Launches, and waits until the body has run. */
    private static @Nullable Started launchAndAwait(Starter way, Body body) throws Throwable {
        CountDownLatch ran = new CountDownLatch(1);
        @Nullable
        Thread thread = way.start(NAME, () -> {
            body.run();
            ran.countDown();
        });
        ran.await();
        return thread == null ? null : new Started(thread, thread.getName(), false);
    }

    /** A body launches another one and waits for it. */
    static Outcome fromWithin(Subject subject) {
        Launching launching = Launching.of(subject);
        for (Starter outer : launching.both()) {
            for (Starter inner : launching.both()) {
                Actor actor = Scene.call("A", EXPECTED, Call.of(() -> nest(outer, inner)));
                if (actor.thrown() != null) {
                    throw Scene.threw(EXPECTED, actor.thrown());
                }
            }
        }
        return new Outcome.Clean();
    }

    private static void nest(Starter outer, Starter inner) throws Throwable {
        CountDownLatch ran = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        outer.start(NAME, () -> {
            try {
                launchAndAwait(inner, new Body());
            } catch (Throwable e) {
                thrown.add(e);
            } finally {
                ran.countDown();
            }
        });
        ran.await();
        for (Throwable one : thrown) {
            throw one;
        }
    }

    /** Several threads launch one after the other, all with one launcher: each body runs once, on its own thread. */
    static Outcome manyAtOnce(Subject subject) {
        Launching launching = Launching.of(subject);
        for (Starter way : launching.both()) {
            List<Body> bodies = new ArrayList<>();
            try (Scene scene = new Scene()) {
                CountDownLatch go = new CountDownLatch(1);
                List<Actor> actors = new ArrayList<>();
                for (int i = 0; i < CROWD; i++) {
                    List<Body> own = new ArrayList<>();
                    for (int j = 0; j < TIMES; j++) {
                        own.add(new Body());
                    }
                    bodies.addAll(own);
                    actors.add(scene.start(String.valueOf((char) ('A' + i)), () -> {
                        go.await();
                        return launchAll(way, own);
                    }));
                }
                go.countDown();
                List<Thread> threads = new ArrayList<>();
                for (Actor actor : actors) {
                    scene.awaitEnd(actor, EXPECTED);
                    threads.addAll(launched(actor));
                }
                Rest.await(scene, threads, bodies, EXPECTED);
                for (int i = 0; i < bodies.size(); i++) {
                    RunsOnce.ranOnce(way, threads.get(i), bodies.get(i));
                }
            }
        }
        return new Outcome.Clean();
    }

    private static List<Thread> launchAll(Starter way, List<Body> bodies) throws Throwable {
        List<Thread> threads = new ArrayList<>();
        for (Body body : bodies) {
            @Nullable Thread thread = way.start(NAME, body);
            if (thread != null) {
                threads.add(thread);
            }
        }
        return threads;
    }

    private static List<Thread> launched(Actor actor) {
        if (actor.thrown() != null) {
            throw Scene.threw(EXPECTED, actor.thrown());
        }
        List<Thread> threads = new ArrayList<>();
        if (actor.result() instanceof List<?> all) {
            all.forEach(one -> threads.add((Thread) one));
        }
        if (threads.size() < TIMES) {
            throw new Violation(Evidence.of(EXPECTED, Message.of("launch.independent.missing")));
        }
        return threads;
    }

    /**
     * The thread is the body's alone: it ends when the body has ended. One that a collection of garbage ends, as that of
     * a pool nobody holds, may happen to end while it is watched: hence the tries.
     */
    static Outcome endsWithTheBody(Subject subject) {
        Launching launching = Launching.of(subject);
        for (Starter way : launching.both()) {
            int lingered = 0;
            for (int i = 0; i < TRIES; i++) {
                Evidence evidence = lingering(way);
                lingered += evidence == null ? 0 : 1;
                if (evidence != null && lingered == TRIALS) {
                    throw new Violation(evidence);
                }
            }
        }
        return new Outcome.Clean();
    }

    /** What shows that a thread waits on after its body. */
    private static @Nullable Evidence lingering(Starter way) {
        Message expected = Message.of("launch.ends.expected", way.call());
        try (Scene scene = new Scene()) {
            Body body = new Body();
            Thread thread = Started.by(scene, way, NAME, body).thread();
            Rest.await(scene, thread, body, expected);
            Duration watched = thread.getState() == Thread.State.TIMED_WAITING ? HeldUp.LATE : HeldUp.SOON;
            Actor joiner = scene.start("that waits for its end", Call.of(thread::join));
            if (!HeldUp.isHeldUp(joiner, scene.gate(), watched, Call.of(Independence::plainThread))
                    || !body.hasEnded()) {
                return null;
            }
            return Evidence.of(
                            expected, Message.of("launch.ends.observed", watched.toMillis(), waitsIn(thread), TRIALS))
                    .at(Threads.innermost(List.of(thread.getStackTrace()), null))
                    .hinting(Message.of("launch.ends.try"));
        }
    }

    /** What its run() has called. */
    private static String waitsIn(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        StackTraceElement called = stack.length < 2 ? null : stack[stack.length - 2];
        return called == null ? thread.getState().toString() : called.getClassName() + "." + called.getMethodName();
    }
}
