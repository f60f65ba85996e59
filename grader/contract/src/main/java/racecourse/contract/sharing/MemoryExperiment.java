package racecourse.contract.sharing;

import java.io.IOException;

/**
 * Shows that threads share memory and processes do not. Implement it as {@code lab.sharing.ForkExperiment} with the public
 * constructor {@code ForkExperiment()}.
 *
 * <p><b>Threads:</b> one call at a time for an object. Calls do not depend on earlier ones. Nothing is printed.
 */
public interface MemoryExperiment {
    /**
     * Starts a thread that assigns to a variable of this process, joins it, and returns what the caller sees.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws.
     *
     * <p><b>Source:</b> the notes' shared data.
     *
     * @param initial what the variable is before
     * @param assigned what the thread assigns
     * @return {@code assigned}, for threads share memory
     * @throws InterruptedException if the calling thread is interrupted
     */
    int afterThread(int initial, int assigned) throws InterruptedException;

    /**
     * Starts a child process that assigns to a variable of its own, waits for it, and returns what the caller sees.
     *
     * <p>The child really starts and itself assigns; any program will do. The property {@code java.class.path} names the
     * classes of the contract and of the submission.
     *
     * <p><b>Blocking:</b> the child has ended when the call returns.
     *
     * <p><b>Interruption:</b> interrupted while it waits, it throws, and the child has ended then, too.
     *
     * <p><b>Errors:</b> {@link IOException} for a child that could not start or failed.
     *
     * @param initial what the variable is before
     * @param assigned what the child assigns
     * @return {@code initial}, for processes share nothing
     * @throws IOException if the child could not start or failed
     * @throws InterruptedException if the calling thread is interrupted
     */
    int afterProcess(int initial, int assigned) throws IOException, InterruptedException;
}
