package racecourse.checks.engine.exclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Watches a thread that has to wait: it uses no CPU, and it does not wake up at intervals to look. */
public final class IdleWaiting {
    /** How long the waiter is watched. */
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** More than this of CPU time in a wait is no waiting: thirty times what a lock spins before it sleeps. */
    private static final long CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** On a busy machine a spinning thread takes its time to show it. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Calls that the contract names as waking at intervals to look. */
    private static final Set<String> POLLS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.yield",
            "java.lang.Thread.onSpinWait",
            "java.util.concurrent.TimeUnit.sleep");

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
            Message expected = Message.of("engine.idle.expected", maker.take());
            long begin = System.nanoTime();
            long cpuBefore = Threads.cpuNanos(waiting.thread());
            long quietCpu = cpuBefore;
            long quietSince = begin;
            while (System.nanoTime() - begin < LIMIT_NANOS && !waiting.hasEnded()) {
                List<StackTraceElement> stack = List.of(waiting.thread().getStackTrace());
                String poll = polls(stack);
                if (!poll.isEmpty()) {
                    throw new Violation(Evidence.of(expected, Message.of("engine.idle.polls", waiting.name(), poll))
                            .at(Threads.innermost(stack, null))
                            .hinting(Message.of("engine.idle.try")));
                }
                long cpu = Threads.cpuNanos(waiting.thread());
                if (cpu - cpuBefore > CPU_NANOS) {
                    long millis = TimeUnit.NANOSECONDS.toMillis(cpu - cpuBefore);
                    long of = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                    throw new Violation(Evidence.of(
                                    expected,
                                    Message.of(
                                            interrupted ? "engine.idle.spins-interrupted" : "engine.idle.spins",
                                            waiting.name(),
                                            millis,
                                            of))
                            .at(Threads.innermost(stack, null))
                            .hinting(Message.of("engine.idle.try")));
                }
                if (cpu - quietCpu > TimeUnit.MILLISECONDS.toNanos(2)
                        || trial.gate().holds(waiting)
                        || waiting.thread().getState() == Thread.State.RUNNABLE) {
                    quietCpu = cpu;
                    quietSince = System.nanoTime();
                }
                if (System.nanoTime() - quietSince > WATCH_NANOS || trial.gate().holds(waiting)) {
                    break;
                }
                LockSupport.parkNanos(SAMPLE_NANOS);
            }
            trial.gate().open();
            inside.awaitEnd(java.time.Duration.ofMillis(500));
        }
    }

    /** The poll that the submission itself calls, if it is in one: what it calls, not what a lock of the JDK calls. */
    private static String polls(List<StackTraceElement> stack) {
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
        return POLLS.contains(called) ? called.substring(called.lastIndexOf('.', called.lastIndexOf('.') - 1) + 1) : "";
    }
}
