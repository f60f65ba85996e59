package racecourse.checks.engine.children;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Whether a process runs. A zombie, which only waits to be reaped, does not, though the JDK takes it for alive. */
public final class Running {
    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private Running() {}

    /** Returns whether this system tells the states of processes under {@code /proc}. */
    public static boolean isToldByProc() {
        return Files.isReadable(PROC.resolve("self").resolve("stat"));
    }

    /**
     * Returns whether a process runs.
     *
     * @param process the process, known by its id and when it was started
     */
    public static boolean is(ProcessHandle process) {
        return !isZombie(process.pid()) && process.isAlive();
    }

    /**
     * Returns whether a process has ended and was not reaped, where the system tells.
     *
     * @param pid its id
     */
    public static boolean isZombie(long pid) {
        if (!isToldByProc()) {
            return false;
        }
        return isZombie(state(pid)) && hasNoThreads(pid);
    }

    /**
     * Returns whether a process runs, as {@code /proc/<pid>/stat} tells it: that of its first thread. A process that was
     * killed is a zombie there a moment before its last thread has gone, and nobody who asks there can know better.
     *
     * @param process the process, known by its id and when it was started
     */
    public static boolean isByItsFirstThread(ProcessHandle process) {
        return process.isAlive() && (!isToldByProc() || !isZombie(state(process.pid())));
    }

    private static boolean isZombie(char state) {
        return state == 'Z' || state == 'X' || state == 'x';
    }

    /** The first thread of a process may be a zombie while others of it still run. */
    private static boolean hasNoThreads(long pid) {
        String[] threads =
                PROC.resolve(Long.toString(pid)).resolve("task").toFile().list();
        return threads == null || threads.length <= 1;
    }

    /** The letter behind the name, which may hold anything; X if there is no such process. */
    private static char state(long pid) {
        try {
            String stat = new String(
                    Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("stat")), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return 'X';
        }
    }

    /**
     * Waits until a process runs no more.
     *
     * @param process the process
     * @param limit how long at most
     * @return whether it has ended
     */
    public static boolean awaitEnd(ProcessHandle process, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (is(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }
}
