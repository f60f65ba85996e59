package racecourse.checks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;

/** What can be seen of running threads from outside: state, stack, CPU time, locks. */
public final class Threads {
    /** How a place inside the system begins, see {@link #waitingAt}. */
    static final String NATIVE = "native ";

    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    private static final ThreadGroup SYSTEM = system();
    private static final int DUMP_FRAMES = 12;

    private static final Set<String> IDLE_IN_A_POOL = Set.of(
            "java.util.concurrent.ThreadPoolExecutor.getTask",
            "java.util.concurrent.ForkJoinPool.awaitWork",
            "java.util.concurrent.ForkJoinPool.runWorker");

    private Threads() {}

    /** Returns the CPU time that a thread has used; 0 once it has ended. */
    public static long cpuNanos(Thread thread) {
        return Math.max(0, BEAN.getThreadCpuTime(thread.getId()));
    }

    /**
     * Returns a description of the wait in which a thread is, equal as long as it is the same place, or {@code null} if
     * it is not waiting.
     */
    public static @Nullable String waitingAt(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> {
                StackTraceElement[] stack = thread.getStackTrace();
                yield thread.getState() == Thread.State.TIMED_WAITING
                        // its JDK frames come and go with every turn of the acquisition
                        ? "timed " + ownFrames(List.of(stack))
                        : Arrays.toString(stack);
            }
            case RUNNABLE -> {
                // a file lock or a socket: asleep in the kernel, which the JVM does not see
                StackTraceElement[] stack = thread.getStackTrace();
                yield stack.length > 0 && stack[0].isNativeMethod() ? NATIVE + Arrays.toString(stack) : null;
            }
            default -> null;
        };
    }

    /** Returns whether a thread waits without time-out, or with one that nobody lives to see, for another of this JVM. */
    public static boolean waitsForAThread(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING -> true;
            case TIMED_WAITING -> Impatience.isEndless(thread);
            default -> false;
        };
    }

    /**
     * Returns whether a thread of a pool waits for work to be given to it. It may give up after a time, and wakes nobody
     * then.
     */
    public static boolean idlesInAPool(Thread thread) {
        if (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            return false;
        }
        boolean inAPool = false;
        for (StackTraceElement frame : thread.getStackTrace()) {
            String call = frame.getClassName() + "." + frame.getMethodName();
            if (Subject.owns(frame.getClassName()) || call.contains("DelayedWorkQueue")) {
                return false;
            }
            inAPool |= IDLE_IN_A_POOL.contains(call);
        }
        return inAPool;
    }

    /** Returns the frames of the submission in a stack, innermost first. */
    public static List<StackTraceElement> ownFrames(List<StackTraceElement> stack) {
        return stack.stream()
                .filter(frame -> Subject.owns(frame.getClassName()))
                .toList();
    }

    /**
     * Returns whether a line of the submission is to blame for an exception. One without a stack trace can only be
     * theirs: the kit and the JDK leave theirs on.
     */
    public static boolean isOfTheSubmission(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            List<StackTraceElement> stack = List.of(cause.getStackTrace());
            if (stack.isEmpty() || !ownFrames(stack).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the line of a frame of the submission. */
    public static Place place(StackTraceElement frame, @Nullable Message remark) {
        String className = frame.getClassName();
        String directory =
                className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
        String file = frame.getFileName() == null ? "?" : frame.getFileName();
        return new Place(directory + file, Math.max(0, frame.getLineNumber()), remark);
    }

    /** Returns the innermost line of the submission in a stack, or nothing. */
    public static List<Place> innermost(List<StackTraceElement> stack, @Nullable Message remark) {
        return ownFrames(stack).stream()
                .limit(1)
                .map(frame -> place(frame, remark))
                .toList();
    }

    /** Returns the line of the submission at which a thread is now, said of it by this name, or nothing. */
    public static List<Place> isAt(Thread thread, String name) {
        return innermost(stack(thread), Message.of("engine.is-here", name));
    }

    /** Returns whether a thread is that of an {@link Actor}: the kit's own, though it may be inside the submission. */
    public static boolean isAnActors(Thread thread) {
        return thread instanceof Actor.Body;
    }

    /** Returns the threads that live now. Their stacks are not looked at: there may be hundreds that a check has left. */
    public static Set<Thread> alive() {
        Thread[] threads = new Thread[SYSTEM.activeCount() + 16];
        int count = SYSTEM.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[2 * threads.length];
            count = SYSTEM.enumerate(threads);
        }
        return Set.copyOf(Arrays.asList(Arrays.copyOf(threads, count)));
    }

    private static ThreadGroup system() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Returns the ids of threads that wait for each other in a circle, among those given. */
    static List<Thread> deadlocked(Collection<Thread> threads) {
        long[] ids = BEAN.findDeadlockedThreads();
        if (ids == null) {
            return List.of();
        }
        return threads.stream()
                .filter(thread -> Arrays.stream(ids).anyMatch(id -> id == thread.getId()))
                .toList();
    }

    /**
     * Writes what threads do: each with its state, what it waits for and from whom, what it holds, and its lines down to
     * the submission's. Locks are named A, B, C instead of by hash code, so that the same fault reads the same.
     */
    public static String dump(Collection<Thread> threads) {
        LockNames names = new LockNames();
        StringBuilder text = new StringBuilder();
        for (ThreadInfo info : infos(threads)) {
            text.append(info.getThreadName()).append("  ").append(info.getThreadState());
            if (info.getLockInfo() != null) {
                text.append("  waits for ").append(names.of(info.getLockInfo()));
                if (info.getLockOwnerName() != null) {
                    text.append(", held by ").append(info.getLockOwnerName());
                }
            }
            text.append('\n');
            List<String> holds = names.heldBy(info);
            if (!holds.isEmpty()) {
                text.append("    holds ").append(String.join(", ", holds)).append('\n');
            }
            frames(info).forEach(frame -> text.append("    at ").append(frame).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    /** Returns what the JVM knows of threads that live, with the locks that they hold. */
    static List<ThreadInfo> infos(Collection<Thread> threads) {
        long[] ids = threads.stream().mapToLong(Thread::getId).toArray();
        return Arrays.stream(BEAN.getThreadInfo(ids, true, true))
                .filter(info -> info != null)
                .toList();
    }

    /** Returns where a thread is, innermost first. */
    static List<StackTraceElement> stack(Thread thread) {
        return told(List.of(thread.getStackTrace()), thread.getState());
    }

    /** Returns where a thread was. */
    static List<StackTraceElement> stack(ThreadInfo info) {
        return told(List.of(info.getStackTrace()), info.getThreadState());
    }

    private static List<StackTraceElement> told(List<StackTraceElement> stack, Thread.State state) {
        return state == Thread.State.BLOCKED ? MonitorLines.blocked(stack) : stack;
    }

    /** Down to the submission's outermost frame; what called that is the kit's. */
    private static List<String> frames(ThreadInfo info) {
        List<StackTraceElement> stack = stack(info);
        int last = -1;
        for (int i = 0; i < stack.size(); i++) {
            if (Subject.owns(stack.get(i).getClassName())) {
                last = i;
            }
        }
        return stack.stream()
                .limit(last + 1L)
                .filter(frame -> !frame.getClassName().startsWith("racecourse."))
                .limit(DUMP_FRAMES)
                // loaders, modules and their versions are of no use to a reader
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + Math.max(0, frame.getLineNumber()) + ")")
                .toList();
    }
}
