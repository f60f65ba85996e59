package racecourse.checks.echo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;

/** Watches the threads of a server that has nothing to do. */
final class Idleness {
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long SAMPLE_NANOS = TimeUnit.MICROSECONDS.toNanos(700);

    /** More than this with nothing to do is no waiting. */
    private static final long CPU_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    private static final long STIR_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Times that a thread was seen asleep, each after it had been awake. */
    private static final int NAPS = 8;

    /** Calls that the contract names as waking at intervals to look. */
    private static final Set<String> POLLS = Set.of(
            "java.lang.Thread.sleep",
            "java.lang.Thread.yield",
            "java.lang.Thread.onSpinWait",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos");

    private Idleness() {}

    /** Clients that have been served and clients that say nothing keep no processor busy. */
    static void costsNothing(EchoServers servers) {
        Set<Thread> before = Threads.alive();
        try (Hosted server = Hosted.start(servers, "!")) {
            server.known("one");
            server.known("two");
            server.connect();
            server.connect().say("half a line");
            server.known("gone").halfClose();
            server.rest();
            watch(before);
        }
    }

    private static void watch(Set<Thread> before) {
        Map<Thread, Long> first = new HashMap<>();
        Map<Thread, Long> last = new HashMap<>();
        Map<Thread, Long> calm = new HashMap<>();
        Map<Thread, Integer> naps = new HashMap<>();
        long begin = System.nanoTime();
        long quiet = begin;
        while (System.nanoTime() - begin < LIMIT_NANOS && System.nanoTime() - quiet < WATCH_NANOS) {
            for (Thread thread : Threads.alive()) {
                if (before.contains(thread) || Watch.isOfTheKit(thread) || !Watch.isOfTheSubmission(thread)) {
                    continue;
                }
                long cpu = Threads.cpuNanos(thread);
                long used = cpu - first.computeIfAbsent(thread, key -> cpu);
                if (used > CPU_NANOS) {
                    throw violation(
                            thread,
                            Message.of(
                                    "echo.idle.spins",
                                    thread.getName(),
                                    TimeUnit.NANOSECONDS.toMillis(used),
                                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
                }
                String poll = poll(thread);
                if (!poll.isEmpty() && cpu != last.getOrDefault(thread, cpu)) {
                    quiet = System.nanoTime();
                    if (naps.merge(thread, 1, Integer::sum) == NAPS) {
                        throw violation(thread, Message.of("echo.idle.polls", thread.getName(), poll));
                    }
                }
                if (cpu - calm.computeIfAbsent(thread, key -> cpu) > STIR_NANOS) {
                    calm.put(thread, cpu);
                    quiet = System.nanoTime();
                }
                last.put(thread, cpu);
            }
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
    }

    private static Violation violation(Thread thread, Message observed) {
        return new Violation(Evidence.of(Message.of("echo.idle.expected"), observed)
                .at(Threads.innermost(List.of(thread.getStackTrace()), null))
                .hinting(Message.of("echo.idle.try")));
    }

    /** Returns the poll that the submission itself calls, if the thread is in one. */
    private static String poll(Thread thread) {
        String called = "";
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (Subject.owns(frame.getClassName())) {
                return POLLS.contains(called)
                        ? called.substring(called.lastIndexOf('.', called.lastIndexOf('.') - 1) + 1)
                        : "";
            }
            called = frame.getClassName() + "." + frame.getMethodName();
        }
        return "";
    }
}
