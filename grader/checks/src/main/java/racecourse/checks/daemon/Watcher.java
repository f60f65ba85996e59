package racecourse.checks.daemon;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Threads;

/**
 * Watches a hosted JVM from a daemon thread inside it: tells when the main thread is over, and which threads keep the
 * JVM from ending, shutdown hooks among them.
 */
final class Watcher {
    /** Begins a line that tells what went wrong. */
    static final String PROBLEM = "problem ";

    /** The main thread has ended long enough ago for a JVM without user threads to be gone. */
    static final String MAIN_OVER = "main over";

    /** The main thread is still in the launcher. */
    static final String CALLING = "calling";

    /** Begins a line that tells who keeps the JVM. */
    static final String KEPT = "kept ";

    /** Kind of the thread that {@code startDaemon} returned. */
    static final String DAEMON = "daemon";

    /** Kind of the thread that {@code startUser} returned. */
    static final String USER = "user";

    private static final String OTHER = "other";
    private static final long CALL_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long OVER_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** After so many looks in a row that saw the same, it stays so. */
    private static final int LOOKS = 4;

    /** Who has used so much CPU time after the main thread's end is not about to end. */
    private static final long CPU_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Thread main;
    private final Consumer<String> say;
    private final IdentityHashMap<Thread, String> known = new IdentityHashMap<>();

    Watcher(Thread main, Consumer<String> say) {
        this.main = main;
        this.say = say;
    }

    /** Begins to watch. */
    void start() {
        Thread watcher = new Thread(this::watch, "watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Tells what a thread is. */
    synchronized void knows(@Nullable Thread thread, String kind) {
        if (thread != null) {
            known.put(thread, kind);
        }
    }

    private void watch() {
        long begin = System.nanoTime();
        while (main.isAlive()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            if (System.nanoTime() - begin > CALL_NANOS) {
                say.accept(CALLING);
                return;
            }
        }
        pause(OVER_NANOS);
        say.accept(MAIN_OVER);
        String before = "";
        int same = 0;
        while (true) {
            List<Thread> left = left();
            String now = left.isEmpty() ? "" : Threads.dump(left);
            same = now.equals(before) ? same + 1 : 0;
            before = now;
            boolean busy = left.stream().anyMatch(thread -> Threads.cpuNanos(thread) > CPU_NANOS);
            boolean waiting = left.stream().allMatch(Watcher::waits);
            if (!left.isEmpty() && (busy || (waiting && same == LOOKS))) {
                say.accept(KEPT + left.stream().map(this::told).collect(Collectors.joining("|")));
                return;
            }
            pause(LOOK_NANOS);
        }
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** The threads for whose end the JVM waits, whether it is shutting down already or not. */
    private static List<Thread> left() {
        List<Thread> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !thread.getName().equals("DestroyJavaVM")) {
                left.add(thread);
            }
        }
        return left;
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    /** Kind, name, and the place in the submission where it is, if it is in one. */
    private synchronized String told(Thread thread) {
        String place = Threads.innermost(List.of(thread.getStackTrace()), null).stream()
                .map(one -> one.file() + ":" + one.line())
                .findFirst()
                .orElse("");
        return String.join(
                "\t",
                known.getOrDefault(thread, OTHER),
                thread.getName().replaceAll("[\\s|]", " "),
                thread.getState().toString(),
                place);
    }
}
