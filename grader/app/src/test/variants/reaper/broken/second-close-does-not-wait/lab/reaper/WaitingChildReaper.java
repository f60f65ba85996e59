package lab.reaper;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import racecourse.contract.reaper.ChildReaper;

public class WaitingChildReaper implements ChildReaper {
    private final Map<Long, Process> children = new LinkedHashMap<>();   // guarded by itself
    private boolean closed;                                              // guarded by children

    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        List<String> words = List.copyOf(command);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        synchronized (children) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process child = new ProcessBuilder(words)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            children.put(child.pid(), child);
            quietly(child.getOutputStream());
            return child.pid();
        }
    }

    private static void quietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            // closed
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Process child;
        synchronized (children) {
            child = children.get(pid);
        }
        if (child == null) {
            throw new NoSuchElementException("no child " + pid);
        }
        int status = child.waitFor();
        synchronized (children) {
            if (!children.remove(pid, child)) {
                throw new NoSuchElementException("reaped by another: " + pid);
            }
        }
        return status;
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, Process> waitingFor;
        synchronized (children) {
            waitingFor = new LinkedHashMap<>(children);
        }
        for (Process child : waitingFor.values()) {
            child.waitFor();
        }
        Map<Long, Integer> statuses = new LinkedHashMap<>();
        synchronized (children) {
            waitingFor.forEach((pid, child) -> {
                if (children.remove(pid, child)) {
                    statuses.put(pid, child.exitValue());
                }
            });
        }
        return statuses;
    }

    @Override
    public Set<Long> unreaped() {
        synchronized (children) {
            return new HashSet<>(children.keySet());
        }
    }

    @Override
    public void close() {
        List<Process> roots;
        synchronized (children) {
            if (closed) {
                return;
            }
            closed = true;
            roots = List.copyOf(children.values());
        }
        Set<ProcessHandle> victims = new LinkedHashSet<>();
        for (Process root : roots) {
            victims.add(root.toHandle());
            root.descendants().forEach(victims::add);
        }
        victims.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        for (long end = System.nanoTime() + 4_000_000_000L; System.nanoTime() < end; ) {
            victims.removeIf(victim -> !runs(victim));
            if (victims.isEmpty()) {
                break;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A zombie is alive for its handle, but does not run any more. */
    private static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try (FileInputStream in = new FileInputStream("/proc/" + process.pid() + "/stat")) {
            String stat = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException | IndexOutOfBoundsException e) {
            return process.isAlive();
        }
    }
}
