package racecourse.runner;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Worker JVMs that are up and idle, by group. Thread-safe. */
public final class WorkerPool implements AutoCloseable {
    private final Map<WorkerGroup, Deque<WorkerProcess>> idle = new EnumMap<>(WorkerGroup.class);
    private boolean closed;

    /**
     * Starts what takes long to get ready, so that it does so while other work is done.
     *
     * @param races how much will be done to find races
     */
    public void prepare(Races races) {
        if (races != Races.NONE) {
            try {
                giveBack(WorkerProcess.start(WorkerGroup.EXPLORER));
            } catch (IOException e) {
                // whoever needs one says so
            }
        }
    }

    /** Returns an idle worker, or starts one. */
    WorkerProcess take(WorkerGroup group) throws IOException {
        synchronized (this) {
            Deque<WorkerProcess> workers = idle.get(group);
            while (workers != null && !workers.isEmpty()) {
                WorkerProcess worker = workers.pop();
                if (worker.isAlive()) {
                    return worker;
                }
                worker.close();
            }
        }
        return WorkerProcess.start(group);
    }

    /** Takes back a worker that is as clean as a new one. */
    void giveBack(WorkerProcess worker) {
        synchronized (this) {
            if (!closed) {
                idle.computeIfAbsent(worker.group(), group -> new ArrayDeque<>())
                        .push(worker);
                return;
            }
        }
        worker.close();
    }

    /** Ends all idle workers; those that are out are ended when they come back. */
    @Override
    public void close() {
        Deque<WorkerProcess> all = new ArrayDeque<>();
        synchronized (this) {
            closed = true;
            idle.values().forEach(all::addAll);
            idle.clear();
        }
        all.forEach(WorkerProcess::close);
    }
}
