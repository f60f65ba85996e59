package lab.reaper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racecourse.contract.reaper.ChildReaper;

/** Lab 01. The contract is in the Javadoc of {@link ChildReaper}. */
public class WaitingChildReaper implements ChildReaper {
    public WaitingChildReaper() {
        // TODO keep what you need
    }

    @Override
    public long start(List<String> command) throws IOException {
        // TODO start the command, see to it that it can always write, remember it, return its process id
        throw new UnsupportedOperationException("start(…) is still to be written");
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        // TODO wait for the child and give its exit status out, once
        throw new UnsupportedOperationException("reap(…) is still to be written");
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        // TODO wait for every child that is not reaped yet, and give the statuses out
        throw new UnsupportedOperationException("reapAll() is still to be written");
    }

    @Override
    public Set<Long> unreaped() {
        // TODO tell who was started and not reaped yet
        throw new UnsupportedOperationException("unreaped() is still to be written");
    }

    @Override
    public void close() {
        // TODO end the children and their descendants, however stubborn, before they become orphans
    }
}
