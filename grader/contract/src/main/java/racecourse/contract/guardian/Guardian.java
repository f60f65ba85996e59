package racecourse.contract.guardian;

import java.io.IOException;
import java.util.List;

/**
 * Starts processes that do not outlive this JVM.
 *
 * <p>Implement it as {@code lab.guardian.LifelineGuardian} with the public constructor {@code LifelineGuardian()}.
 */
public interface Guardian {
    /**
     * Starts a command which ends when this JVM ends.
     *
     * <p>Every command that was started (not only the last one; itself, not its descendants; killed if need be) has ended at
     * the latest two seconds after this JVM has: when {@code main} returns, on {@code System.exit}, on an uncaught
     * exception, and, on POSIX, on SIGTERM. A zombie has ended. It does not end before the shutdown of this JVM has begun,
     * and does not keep the JVM alive. It need not be a direct child, and its output is discarded.
     *
     * <p>A harder check, with points of its own: it also ends when this JVM is killed outright (SIGKILL).
     *
     * <p><b>Threads:</b> any number of threads may call it at once.
     *
     * <p><b>Errors:</b> {@link NullPointerException} for {@code null}, {@link IllegalArgumentException} for an empty
     * command.
     *
     * <p><b>Source:</b> the notes' daemon processes; {@link Runtime#addShutdownHook}.
     *
     * @param command the program and its arguments
     * @return the process id of the command
     * @throws IOException if the command cannot be started
     */
    long startDaemonProcess(List<String> command) throws IOException;
}
