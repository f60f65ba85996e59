package racecourse.checks.inspect;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Outcome;

/**
 * Watches somebody wait for a thread, with a limit of an hour. A timed wait is right here, for its time may be the limit;
 * one that ends again and again, though nobody has signalled anything, looks at intervals.
 */
final class IdleJoining {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** More than this of CPU time in a wait is no waiting. */
    private static final long CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** Below this nobody works; above, the watch goes on until it is clear who does. */
    private static final long STIR_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** How often a wait may end in the course of a watch. */
    private static final int WAKE_UPS = 3;

    /** Seen once it may have been on the way to something else. */
    private static final int SIGHTINGS = 2;

    /** What is never a wait for a signal. */
    private static final Set<String> POLLS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.yield",
            "java.lang.Thread.onSpinWait",
            "java.util.concurrent.TimeUnit.sleep");

    /** Waits for a signal, which may have a limit but not an interval. A repeated join is none of them. */
    private static final Set<String> WAITS = Set.of(
            "java.lang.Object.wait",
            "java.util.concurrent.TimeUnit.timedWait",
            "java.util.concurrent.CountDownLatch.await",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitNanos",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitUntil");

    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    private static final Message EXPECTED = Message.of("engine.idle.expected", "joinFor(…)");

    private final Predicate<String> owns;
    private final Map<Thread, Watched> watched = new HashMap<>();

    private IdleJoining(Predicate<String> owns) {
        this.owns = owns;
    }

    /** What was seen of one thread so far. */
    private static final class Watched {
        private final long cpu;
        private final long waits;
        private int polls;

        Watched(Thread thread) {
            cpu = Threads.cpuNanos(thread);
            waits = waits(thread);
        }
    }

    static Outcome costsNothing(Subject subject) {
        PlantedJoiners.control(
                joiner -> new IdleJoining(PlantedJoiners.class.getName()::equals).watch(joiner), PlantedJoiners::polls);
        new IdleJoining(Subject::owns).watch(Asking.of(subject).inspector()::joinFor);
        return new Outcome.Clean();
    }

    private void watch(Joiner joiner) {
        Set<Thread> before = Threads.alive();
        try (Scene scene = new Scene();
                Living living = Living.start()) {
            Actor actor = scene.start("A", () -> joiner.joinFor(living.thread(), LONG));
            if (actor.settle(scene.gate(), LIMIT) == Actor.Rest.ENDED) {
                // that it does not wait at all is another check's affair
                return;
            }
            Set<Thread> threads = helpers(before);
            threads.add(actor.thread());
            long begin = System.nanoTime();
            long spent = 0;
            while (!actor.hasEnded() && System.nanoTime() - begin < (spent > STIR_NANOS ? LIMIT_NANOS : WATCH_NANOS)) {
                for (Thread thread : threads) {
                    spent = Math.max(spent, look(thread, begin));
                }
                LockSupport.parkNanos(SAMPLE_NANOS);
            }
        }
    }

    /** Threads that the submission has started for the purpose. */
    private Set<Thread> helpers(Set<Thread> before) {
        Set<Thread> helpers = new HashSet<>();
        for (Thread thread : Threads.alive()) {
            if (!before.contains(thread)
                    && List.of(thread.getStackTrace()).stream().anyMatch(frame -> owns.test(frame.getClassName()))) {
                helpers.add(thread);
            }
        }
        return helpers;
    }

    /** Looks at a thread once more; returns the CPU time that it has used since the first look. */
    private long look(Thread thread, long begin) {
        Watched so = watched.computeIfAbsent(thread, Watched::new);
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        String called = called(stack);
        so.polls += POLLS.contains(called) ? 1 : 0;
        if (so.polls == SIGHTINGS || (WAITS.contains(called) && waits(thread) - so.waits >= WAKE_UPS)) {
            String name = called.substring(called.lastIndexOf('.', called.lastIndexOf('.') - 1) + 1);
            throw violation(Message.of("engine.idle.polls", thread.getName(), name), stack);
        }
        long cpu = Math.max(0, Threads.cpuNanos(thread) - so.cpu);
        if (cpu > CPU_NANOS) {
            throw violation(
                    Message.of(
                            "engine.idle.spins",
                            thread.getName(),
                            TimeUnit.NANOSECONDS.toMillis(cpu),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)),
                    stack);
        }
        return cpu;
    }

    private static long waits(Thread thread) {
        ThreadInfo info = BEAN.getThreadInfo(thread.getId());
        return info == null ? 0 : info.getWaitedCount();
    }

    /** What the submission itself has called, or nothing if it runs code of its own. */
    private String called(List<StackTraceElement> stack) {
        String called = "";
        for (StackTraceElement frame : stack) {
            if (owns.test(frame.getClassName())) {
                return called;
            }
            called = frame.getClassName() + "." + frame.getMethodName();
        }
        return "";
    }

    private static Violation violation(Message observed, List<StackTraceElement> stack) {
        return new Violation(Evidence.of(EXPECTED, observed)
                .at(Threads.innermost(stack, null))
                .hinting(Message.of("inspect.idle.try")));
    }
}
