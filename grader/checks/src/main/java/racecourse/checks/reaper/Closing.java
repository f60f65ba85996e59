package racecourse.checks.reaper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.children.Running;
import racecourse.checks.protocol.Message;
import racecourse.contract.reaper.ChildReaper;

/** Closes and looks, on the thread that has closed, so that nothing has time to end by itself. */
final class Closing {
    private final ChildReaper reaper;
    private final List<ProcessHandle> processes;
    private volatile long running;

    /**
     * Plans it.
     *
     * @param processes what runs now and has to end
     */
    Closing(ChildReaper reaper, List<ProcessHandle> processes) {
        this.reaper = reaper;
        this.processes = new ArrayList<>(processes);
        // what may have been ended last is looked at first
        Collections.reverse(this.processes);
        if (look() < processes.size()) {
            throw new Powerless(Message.of("engine.children.unseen"));
        }
    }

    private long look() {
        return processes.stream().filter(Running::isByItsFirstThread).count();
    }

    @Nullable
    Object run() {
        reaper.close();
        running = look();
        return null;
    }

    /** Returns how many still ran when close had returned. */
    long running() {
        return running;
    }
}
