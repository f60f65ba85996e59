package lab.reaper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private static final long POLITE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LOOK_MILLIS = 2;

    private static final long KILL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Map<Long, Process> children = new HashMap<>();
    private boolean closed;

    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        synchronized (children) {
            if (closed) {
                throw new IllegalStateException("this reaper is closed");
            }
            Process child = builder.start();
            children.put(child.pid(), child);
            return child.pid();
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Process child;
        synchronized (children) {
            child = children.get(pid);
        }
        if (child == null) {
            throw new NoSuchElementException("no child to reap: " + pid);
        }
        int status = child.waitFor();
        if (!take(child)) {
            throw new NoSuchElementException("reaped by somebody else: " + pid);
        }
        return status;
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        List<Process> all = snapshot();
        for (Process child : all) {
            child.waitFor();
        }
        Map<Long, Integer> statuses = new HashMap<>();
        for (Process child : all) {
            if (take(child)) {
                statuses.put(child.pid(), child.exitValue());
            }
        }
        return statuses;
    }

    private boolean take(Process child) {
        synchronized (children) {
            return children.remove(child.pid(), child);
        }
    }

    private List<Process> snapshot() {
        synchronized (children) {
            return new ArrayList<>(children.values());
        }
    }

    @Override
    public Set<Long> unreaped() {
        synchronized (children) {
            return Set.copyOf(children.keySet());
        }
    }

    @Override
    public void close() {
        synchronized (children) {
            closed = true;
        }
        List<ProcessHandle> all = new ArrayList<>();
        for (Process child : snapshot()) {
            child.descendants().forEach(all::add);
            all.add(child.toHandle());
        }
        all.forEach(ProcessHandle::destroy);
        if (awaitEnd(all, POLITE_NANOS)) {
            all.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(all, KILL_NANOS);
        }
    }

    private static boolean awaitEnd(List<ProcessHandle> processes, long limitNanos) {
        long end = System.nanoTime() + limitNanos;
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
