package lab.sharing;

import java.io.IOException;
import racecourse.contract.sharing.MemoryExperiment;

/** Lab 10. The contract is in the Javadoc of {@link MemoryExperiment}. */
public class ForkExperiment implements MemoryExperiment {
    @Override
    public int afterThread(int initial, int assigned) throws InterruptedException {
        // TODO start a thread that assigns to a variable of yours, wait for its end, return what you see
        throw new UnsupportedOperationException("afterThread() is still to be written");
    }

    @Override
    public int afterProcess(int initial, int assigned) throws IOException, InterruptedException {
        // TODO start a child process that assigns to a variable of its own, wait for its end, return what you see
        throw new UnsupportedOperationException("afterProcess() is still to be written");
    }
}
