package racecourse.checks.echo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Threads;
import racecourse.checks.protocol.Place;

/** Looks again and again at every thread that a server might answer with, and tells what they have done meanwhile. */
final class Watch {
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final int SHOWN = 6;

    private Map<Thread, Seen> seen = new HashMap<>();
    private long begin = System.nanoTime();

    /**
     * What is known of a thread.
     *
     * @param at the wait that it was in when it was looked at last, or {@code null}
     * @param cpu its CPU time then
     * @param cpuAtFirst its CPU time when it was looked at first
     * @param since since when it has stood there and used none
     * @param moves how often it was seen waiting and had used some meanwhile
     */
    private record Seen(@Nullable String at, long cpu, long cpuAtFirst, long since, int moves) {
        static Seen of(@Nullable Seen before, Thread thread) {
            // read before the stack: as long as it does not grow the thread cannot have moved from there
            long cpu = Threads.cpuNanos(thread);
            if (before != null && before.at != null && cpu == before.cpu) {
                return before;
            }
            String at = isLoading(thread) ? null : Threads.waitingAt(thread);
            if (before == null) {
                return new Seen(at, cpu, cpu, System.nanoTime(), 0);
            }
            return new Seen(at, cpu, before.cpuAtFirst, System.nanoTime(), before.moves + (at == null ? 0 : 1));
        }

        /** Whoever loads a class may be waiting for a disk. */
        private static boolean isLoading(Thread thread) {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(ClassLoader.class.getName()));
        }

        boolean isStill(long nanos) {
            return at != null && System.nanoTime() - since >= nanos;
        }
    }

    /** Looks at every thread once. */
    void look() {
        Map<Thread, Seen> now = new HashMap<>();
        for (Thread thread : threads()) {
            Seen one = Seen.of(seen.get(thread), thread);
            if (thread.isAlive()) {
                now.put(thread, one);
            }
        }
        if (!now.keySet().equals(seen.keySet())) {
            begin = System.nanoTime();
        }
        seen = now;
    }

    /** Whether every thread waits, has done nothing else for so long, and none has come or gone. */
    boolean allStill(long nanos) {
        return System.nanoTime() - begin >= nanos && seen.values().stream().allMatch(one -> one.isStill(nanos));
    }

    /** Whether every thread is still, or has woken up and gone to sleep again so many times without working. */
    boolean allStillOrMoving(long nanos, int moves, long cpu) {
        return seen.values().stream()
                .allMatch(one ->
                        one.isStill(nanos) || (one.at != null && one.moves >= moves && one.cpu - one.cpuAtFirst < cpu));
    }

    /** Whether none of the submission's threads would wake up by itself. */
    boolean noneIsTimed() {
        return seen.keySet().stream()
                .noneMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING && isOfTheSubmission(thread));
    }

    /** Returns the most CPU time that a thread has used since it was looked at first. */
    long mostCpu() {
        return seen.values().stream()
                .mapToLong(one -> one.cpu - one.cpuAtFirst)
                .max()
                .orElse(0);
    }

    /** Waits until every thread has come to rest, but no longer than so. */
    static void rest(long nanos) {
        long until = System.nanoTime() + nanos;
        Watch watch = new Watch();
        do {
            watch.look();
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            watch.look();
        } while (!watch.allStill(BETWEEN_LOOKS_NANOS) && System.nanoTime() < until);
    }

    /** Returns every thread that runs or may run code of the submission, or that it may be waiting for. */
    private static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] all = new Thread[root.activeCount() + 64];
        int count = root.enumerate(all);
        List<Thread> threads = new ArrayList<>();
        for (Thread thread : Arrays.copyOf(all, count)) {
            if (thread != Thread.currentThread() && thread.getThreadGroup() != root && !isOfTheKit(thread)) {
                threads.add(thread);
            }
        }
        return threads;
    }

    /** Whether a thread is the control's, or a check's that is not inside the submission. */
    static boolean isOfTheKit(Thread thread) {
        return thread instanceof ControlServer.Bystander || (Threads.isAnActors(thread) && !isOfTheSubmission(thread));
    }

    static boolean isOfTheSubmission(Thread thread) {
        return !Threads.ownFrames(List.of(thread.getStackTrace())).isEmpty();
    }

    /** Returns the lines of the submission where threads are now, each line once. */
    static List<Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        submissions().forEach(thread -> Threads.isAt(thread, "thread " + thread.getName())
                .forEach(place -> places.putIfAbsent(place.file() + place.line(), place)));
        return places.values().stream().limit(SHOWN).toList();
    }

    /** Writes what the submission's threads do, a few of them. */
    static String dump() {
        return Threads.dump(submissions().limit(SHOWN).toList());
    }

    private static Stream<Thread> submissions() {
        return threads().stream().filter(Watch::isOfTheSubmission);
    }
}
