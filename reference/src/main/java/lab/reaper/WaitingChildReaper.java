package lab.reaper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import racecourse.contract.reaper.ChildReaper;

/**
 * Keeps every child in a map until its status is given out. Who takes the child out of the map has its status; who waits
 * holds no lock and has taken nothing yet, so an interrupt loses nothing and nobody else is kept waiting.
 */
public final class WaitingChildReaper implements ChildReaper {
    /** How long a child may take to end by itself once it was asked to. */
    private static final Duration POLITE = Duration.ofMillis(200);

    /** Less than the five seconds of the contract, for a descendant that stays a zombie where nobody reaps it. */
    private static final Duration KILL = Duration.ofSeconds(3);

    private final Map<Long, Process> children = new HashMap<>();
    private boolean closed;

    /** Makes a reaper that has no children yet. */
    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("the command is empty");
        }
        // Discarded, a child's output needs nobody who reads it.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Under the lock, so that close finds every child that was started before it.
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
        // Only now, when nothing can be interrupted any more, are they taken.
        Map<Long, Integer> statuses = new HashMap<>();
        for (Process child : all) {
            if (take(child)) {
                statuses.put(child.pid(), child.exitValue());
            }
        }
        return statuses;
    }

    /** The one moment at which a child is reaped: it is nobody else's from then on. */
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
        // The descendants first: once a parent has ended, nothing leads to its children any more.
        List<ProcessHandle> all = new ArrayList<>();
        for (Process child : snapshot()) {
            child.descendants().forEach(all::add);
            all.add(child.toHandle());
        }
        all.forEach(ProcessHandle::destroy);
        awaitEnd(all, POLITE);
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(all, KILL);
    }

    /** Waits for all of them, for a time at most; an interrupt does not disturb it. */
    private static void awaitEnd(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
