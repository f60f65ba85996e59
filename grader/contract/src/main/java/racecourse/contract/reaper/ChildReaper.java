package racecourse.contract.reaper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts child processes and waits for them, so that none stays a zombie and none becomes an orphan.
 *
 * <p>Implement it as {@code lab.reaper.WaitingChildReaper} with the public constructor {@code WaitingChildReaper()}.
 *
 * <p><b>Threads:</b> any number of threads may call any of its methods at once. No call on one reaper waits for a call on
 * another. Nothing is printed, and what children print does not appear in the output of this process.
 */
public interface ChildReaper extends AutoCloseable {
    /**
     * Starts a child process.
     *
     * <p>A child that writes megabytes to its standard output or error still ends: somebody reads what it writes, or
     * nobody has to. What it finds on its standard input is not specified.
     *
     * <p><b>Errors:</b> {@link NullPointerException} for {@code null}, {@link IllegalArgumentException} for an empty
     * command, {@link IllegalStateException} after {@link #close}.
     *
     * <p><b>Source:</b> the notes' processes; {@link ProcessBuilder}.
     *
     * @param command the program and its arguments
     * @return the child's process id
     * @throws IOException if the program cannot be started
     */
    long start(List<String> command) throws IOException;

    /**
     * Waits for a child and returns its exit status, as {@link Process#exitValue} tells it.
     *
     * <p><b>Threads:</b> each status is given out exactly once over all calls of this method and of {@link #reapAll}. A
     * call that competes for a child and comes too late throws, at the latest when the other one has got the status.
     *
     * <p><b>Blocking:</b> until the child has ended. A reaped child leaves no descriptor open.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws and takes no status with it: the child can be reaped
     * still.
     *
     * <p><b>Errors:</b> {@link java.util.NoSuchElementException} for a process id that is unknown or reaped already.
     *
     * <p><b>Source:</b> the notes' zombie processes; {@code waitpid}.
     *
     * @param pid what {@link #start} returned
     * @return the exit status
     * @throws InterruptedException if the calling thread is interrupted
     */
    int reap(long pid) throws InterruptedException;

    /**
     * Waits for every child that was started before this call and is not reaped yet.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws and takes no status with it.
     *
     * @return the exit statuses that this call gives out, by process id; empty if there are none
     * @throws InterruptedException if the calling thread is interrupted
     */
    Map<Long, Integer> reapAll() throws InterruptedException;

    /**
     * Returns the children that were started and not reaped yet, ended or not.
     *
     * @return their process ids at some moment during the call; a snapshot that does not change
     */
    Set<Long> unreaped();

    /**
     * Ends the children, and every descendant that is reachable through living parents when it is called: a grandchild must
     * not become an orphan.
     *
     * <p><b>Blocking:</b> at most five seconds, even when they ignore a polite request. When it returns none of them is
     * running; a zombie that awaits init has ended.
     *
     * <p>What it has ended can still be reaped. It may be called again, and then does nothing.
     *
     * <p><b>Source:</b> the notes' orphan processes; {@link ProcessHandle#descendants}.
     */
    @Override
    void close();
}
