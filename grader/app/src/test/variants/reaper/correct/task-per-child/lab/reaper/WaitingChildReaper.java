package lab.reaper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import racecourse.contract.reaper.ChildReaper;

public class WaitingChildReaper implements ChildReaper {
    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "waits for children");
        thread.setDaemon(true);
        return thread;
    });

    private static class Entry {
        final Process process;
        final FutureTask<Integer> ended;
        final AtomicBoolean given = new AtomicBoolean();

        Entry(Process process) {
            this.process = process;
            this.ended = new FutureTask<>(() -> {
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
                return process.waitFor();
            });
        }
    }

    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    public WaitingChildReaper() {
        super();
    }

    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) throw new IllegalArgumentException();
        if (closed.get()) throw new IllegalStateException();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Entry entry = new Entry(process);
        entries.put(process.pid(), entry);
        POOL.execute(entry.ended);
        if (closed.get()) {
            // closed meanwhile: this one was not started
            process.destroyForcibly();
            entries.remove(process.pid());
            throw new IllegalStateException();
        }
        return process.pid();
    }

    public int reap(long pid) throws InterruptedException {
        Entry entry = entries.get(pid);
        if (entry == null) throw new NoSuchElementException();
        int status = status(entry);
        if (!entry.given.compareAndSet(false, true)) throw new NoSuchElementException();
        entries.remove(pid, entry);
        return status;
    }

    private static int status(Entry entry) throws InterruptedException {
        try {
            return entry.ended.get();
        } catch (ExecutionException e) {
            return entry.process.waitFor();
        }
    }

    public Map<Long, Integer> reapAll() throws InterruptedException {
        List<Entry> all = new ArrayList<>(entries.values());
        Map<Long, Integer> statuses = new HashMap<>();
        for (Entry entry : all) statuses.put(entry.process.pid(), status(entry));
        for (Entry entry : all) {
            if (entry.given.compareAndSet(false, true)) entries.remove(entry.process.pid(), entry);
            else statuses.remove(entry.process.pid());
        }
        return statuses;
    }

    public Set<Long> unreaped() {
        Set<Long> pids = new HashSet<>();
        entries.forEach((pid, entry) -> {
            if (!entry.given.get()) pids.add(pid);
        });
        return pids;
    }

    public void close() {
        closed.set(true);
        List<ProcessHandle> all = new ArrayList<>();
        for (Entry entry : entries.values()) {
            entry.process.descendants().forEach(all::add);
            all.add(entry.process.toHandle());
        }
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle handle : all) {
            handle.onExit().completeOnTimeout(handle, 3, TimeUnit.SECONDS).join();
        }
    }
}
