package racecourse.checks.engine.exclusion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Watches a thread that has to wait: it uses no CPU, and it does not wake up at intervals to look. */
public final class IdleWaiting {
    /** How long the waiter is watched. */
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(70);

    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** More than this of CPU time in a wait is no waiting: thirty times what a lock spins before it sleeps. */
    private static final long CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** Less than this is a thread that wakes up and goes to sleep again. */
    private static final long STIR_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Duration LET_GO = Duration.ofMillis(500);

    /** On a busy machine a spinning thread takes its time to show it. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Calls that the contract names as waking at intervals to look. */
    private static final Set<String> POLLS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.yield",
            "java.lang.Thread.onSpinWait",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil");

    /** Calls that wait for a signal, unless they are given a time. */
    private static final Set<String> WAITS = Set.of(
            "java.lang.Object.wait",
            "java.util.concurrent.TimeUnit.timedWait",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitNanos",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitUntil");

    /** Seen once it may have been the last turn of a wait that was over. */
    private static final int SIGHTINGS = 2;

    private IdleWaiting() {}

    /**
     * Watches one waiter, then one that was interrupted while it waited.
     *
     * @param maker makes the sections
     * @throws Violation if it spins or polls
     */
    public static void costsNothing(Section.Maker maker) {
        watch(maker, false);
        watch(maker, true);
    }

    private static void watch(Section.Maker maker, boolean interrupted) {
        try (Trial trial = new Trial(maker)) {
            Actor inside = trial.takeAndHold("A");
            Actor waiting = trial.take("B");
            if (interrupted) {
                trial.settle(waiting);
                waiting.interrupt();
            }
            watch(waiting, maker.take(), () -> trial.gate().holds(waiting), interrupted);
            trial.gate().open();
            inside.awaitEnd(LET_GO);
        }
    }

    /**
     * Watches a thread that has to wait, until it has been quiet for a while, its call ends, or it need not be watched
     * any more.
     *
     * @param waiting the thread
     * @param call how the call reads that waits
     * @param inside whether it waits no longer
     * @param interrupted whether it was interrupted while it waited
     * @throws Violation if it spins or polls
     */
    public static void watch(Actor waiting, String call, BooleanSupplier inside, boolean interrupted) {
        Message expected = Message.of("engine.idle.expected", call);
        long begin = System.nanoTime();
        long cpuBefore = Threads.cpuNanos(waiting.thread());
        long quietCpu = cpuBefore;
        long quietSince = begin;
        int sightings = 0;
        while (System.nanoTime() - begin < LIMIT_NANOS && !waiting.hasEnded() && !inside.getAsBoolean()) {
            List<StackTraceElement> stack = List.of(waiting.thread().getStackTrace());
            String poll = polls(waiting.thread().getState(), stack);
            sightings += poll.isEmpty() ? 0 : 1;
            if (sightings == SIGHTINGS) {
                throw violation(expected, Message.of("engine.idle.polls", waiting.name(), poll), stack);
            }
            long cpu = Threads.cpuNanos(waiting.thread());
            if (cpu - cpuBefore > CPU_NANOS) {
                throw violation(
                        expected,
                        Message.of(
                                interrupted ? "engine.idle.spins-interrupted" : "engine.idle.spins",
                                waiting.name(),
                                TimeUnit.NANOSECONDS.toMillis(cpu - cpuBefore),
                                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)),
                        stack);
            }
            if (cpu - quietCpu > STIR_NANOS || wantsToRun(waiting.thread().getState(), stack)) {
                quietCpu = cpu;
                quietSince = System.nanoTime();
            }
            if (System.nanoTime() - quietSince > WATCH_NANOS) {
                return;
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        if (!waiting.hasEnded() && !inside.getAsBoolean()) {
            throw new Powerless(Message.of("engine.time-ran-out", waiting.name()));
        }
    }

    /** On a busy machine who spins gets no turn for a while, and is not quiet for that. A lock on a file waits natively. */
    private static boolean wantsToRun(Thread.State state, List<StackTraceElement> stack) {
        return state == Thread.State.RUNNABLE
                && !stack.isEmpty()
                && !(stack.get(0).isNativeMethod()
                        && stack.get(0).getClassName().startsWith("sun.nio.ch."));
    }

    private static Violation violation(Message expected, Message observed, List<StackTraceElement> stack) {
        return new Violation(Evidence.of(expected, observed)
                .at(Threads.innermost(stack, null))
                .hinting(Message.of("engine.idle.try")));
    }

    /** The poll that the submission itself calls, if it is in one: what it calls, not what a lock of the JDK calls. */
    private static String polls(Thread.State state, List<StackTraceElement> stack) {
        List<String> callees = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (Subject.owns(frame.getClassName())) {
                break;
            }
            callees.add(frame.getClassName() + "." + frame.getMethodName());
        }
        if (callees.isEmpty() || callees.size() == stack.size()) {
            return "";
        }
        String called = callees.get(callees.size() - 1);
        boolean timed = state == Thread.State.TIMED_WAITING && WAITS.contains(called);
        return timed || POLLS.contains(called)
                ? called.substring(called.lastIndexOf('.', called.lastIndexOf('.') - 1) + 1)
                : "";
    }
}
