package lab.reaper;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private final Map<Long, CompletableFuture<Integer>> statuses = new ConcurrentHashMap<>();
    private final Map<Long, Process> processes = new ConcurrentHashMap<>();
    private final Object starting = new Object();
    private boolean closed;

    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("nothing to start");
        }
        synchronized (starting) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process child = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            processes.put(child.pid(), child);
            statuses.put(child.pid(), child.onExit().thenApply(Process::exitValue));
            return child.pid();
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        CompletableFuture<Integer> status = statuses.get(pid);
        if (status == null) {
            throw new NoSuchElementException("not a child: " + pid);
        }
        int result = await(status);
        if (!statuses.remove(pid, status)) {
            throw new NoSuchElementException("too late: " + pid);
        }
        processes.remove(pid);
        return result;
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, CompletableFuture<Integer>> all = new HashMap<>(statuses);
        await(CompletableFuture.allOf(all.values().toArray(new CompletableFuture<?>[0])));
        Map<Long, Integer> reaped = new HashMap<>();
        all.forEach((pid, status) -> {
            if (statuses.remove(pid, status)) {
                processes.remove(pid);
                reaped.put(pid, status.join());
            }
        });
        return Map.copyOf(reaped);
    }

    @Override
    public Set<Long> unreaped() {
        return Set.copyOf(statuses.keySet());
    }

    @Override
    public void close() {
        List<Process> children;
        synchronized (starting) {
            closed = true;
            children = List.copyOf(processes.values());
        }
        List<ProcessHandle> family = children.stream()
                .flatMap(child -> java.util.stream.Stream.concat(
                        child.toHandle().descendants(), java.util.stream.Stream.of(child.toHandle())))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
        CompletableFuture<?>[] ends =
                family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends).completeOnTimeout(null, 4, TimeUnit.SECONDS).join();
    }
}
