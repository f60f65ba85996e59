package lab.inspect;

import java.time.Duration;
import java.util.Collection;
import racecourse.contract.inspect.ThreadInspector;

/** Lab 08. The contract is in the Javadoc of {@link ThreadInspector}. */
public class LiveThreadInspector implements ThreadInspector {
    @Override
    public boolean joinFor(Thread thread, Duration limit) throws InterruptedException {
        // TODO wait until the thread has ended or the limit has passed; mind limits of zero, tiny ones and huge ones
        throw new UnsupportedOperationException("joinFor() is still to be written");
    }

    @Override
    public long processId() {
        // TODO tell which process this is
        throw new UnsupportedOperationException("processId() is still to be written");
    }

    @Override
    public int aliveCount(Collection<Thread> threads) {
        // TODO count those that have been started and have not ended
        throw new UnsupportedOperationException("aliveCount() is still to be written");
    }

    @Override
    public String currentName() {
        // TODO tell the name of the thread that asks
        throw new UnsupportedOperationException("currentName() is still to be written");
    }
}
