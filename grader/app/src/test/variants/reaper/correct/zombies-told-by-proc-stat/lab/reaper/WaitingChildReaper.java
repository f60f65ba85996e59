package lab.reaper;

import racecourse.contract.reaper.ChildReaper;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Collectors;

public final class WaitingChildReaper implements ChildReaper {
    private enum State { OWED, GIVEN }

    private static final class Entry {
        private final Process process;
        private final AtomicReference<State> state = new AtomicReference<>(State.OWED);

        Entry(Process process) {
            this.process = process;
        }

        boolean owed() {
            return state.get() == State.OWED;
        }

        /** At most one caller gets true. */
        boolean claim() {
            return state.compareAndSet(State.OWED, State.GIVEN);
        }
    }

    private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final StampedLock lifecycle = new StampedLock();
    private boolean closed;

    @Override
    public long start(List<String> command) throws IOException {
        Objects.requireNonNull(command, "command");
        if (command.size() == 0) {
            throw new IllegalArgumentException("command is empty");
        }
        long stamp = lifecycle.readLock();
        try {
            if (closed) {
                throw new IllegalStateException("reaper is closed");
            }
            File devNull = new File("/dev/null");
            Process process = new ProcessBuilder(command).redirectInput(devNull).redirectOutput(devNull).redirectError(devNull).start();
            entries.put(process.pid(), new Entry(process));
            return process.pid();
        } finally {
            lifecycle.unlockRead(stamp);
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Entry entry = entries.get(pid);
        if (entry == null || !entry.owed()) {
            throw new NoSuchElementException("pid " + pid);
        }
        int status = entry.process.waitFor();
        if (!entry.claim()) {
            throw new NoSuchElementException("pid " + pid);
        }
        entries.remove(pid, entry);
        return status;
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        List<Entry> targets = entries.values().stream().filter(Entry::owed).collect(Collectors.toList());
        for (Entry entry : targets) {
            entry.process.waitFor();
        }
        Map<Long, Integer> out = new HashMap<>();
        for (Entry entry : targets) {
            if (entry.claim()) {
                entries.remove(entry.process.pid(), entry);
                out.put(entry.process.pid(), entry.process.exitValue());
            }
        }
        return Map.copyOf(out);
    }

    @Override
    public Set<Long> unreaped() {
        return entries.entrySet().stream().filter(e -> e.getValue().owed()).map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        long stamp = lifecycle.writeLock();
        try {
            closed = true;
            boolean flag = Thread.interrupted();
            try {
                List<ProcessHandle> found = new ArrayList<>();
                for (Entry entry : entries.values()) {
                    if (entry.process.isAlive()) {
                        breadthFirst(entry.process.toHandle(), found);
                    }
                }
                found.forEach(ProcessHandle::destroyForcibly);
                long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(3_500);
                while (!found.isEmpty() && System.nanoTime() < limit) {
                    found.removeIf(handle -> !handle.isAlive() || zombie(handle.pid()));
                    if (!found.isEmpty()) {
                        LockSupport.parkNanos(this, 3_000_000);
                        flag |= Thread.interrupted();
                    }
                }
            } finally {
                if (flag) {
                    Thread.currentThread().interrupt();
                }
            }
        } finally {
            lifecycle.unlockWrite(stamp);
        }
    }

    private static void breadthFirst(ProcessHandle root, List<ProcessHandle> found) {
        Deque<ProcessHandle> queue = new ArrayDeque<>();
        queue.add(root);
        while (!queue.isEmpty()) {
            ProcessHandle next = queue.poll();
            found.add(next);
            next.children().forEach(queue::add);
        }
    }

    private static boolean zombie(long pid) {
        try {
            String stat = new String(Files.readAllBytes(Paths.get("/proc/" + pid + "/stat")), StandardCharsets.ISO_8859_1);
            return stat.substring(stat.lastIndexOf(") ")).startsWith(") Z");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
