package lab.reaper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private final Map<Long, Process> children = new HashMap<>();
    private final Map<Long, Integer> statuses = new HashMap<>();
    private boolean closed;

    public WaitingChildReaper() {}

    @Override
    public synchronized long start(List<String> command) throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        children.put(child.pid(), child);
        Thread watcher = new Thread(() -> watch(child), "watcher of " + child.pid());
        watcher.setDaemon(true);
        watcher.start();
        return child.pid();
    }

    private void watch(Process child) {
        try (InputStream in = child.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        }
        while (true) {
            try {
                int status = child.waitFor();
                synchronized (this) {
                    statuses.put(child.pid(), status);
                    notifyAll();
                }
                return;
            } catch (InterruptedException e) {
                // nobody interrupts this thread
            }
        }
    }

    @Override
    public synchronized int reap(long pid) throws InterruptedException {
        if (!children.containsKey(pid)) {
            throw new NoSuchElementException("no such child: " + pid);
        }
        while (!statuses.containsKey(pid)) {
            wait();
        }
        children.remove(pid);
        return statuses.remove(pid);
    }

    @Override
    public synchronized Map<Long, Integer> reapAll() throws InterruptedException {
        Set<Long> wanted = new HashSet<>(children.keySet());
        while (wanted.stream().anyMatch(pid -> children.containsKey(pid) && !statuses.containsKey(pid))) {
            wait();
        }
        Map<Long, Integer> reaped = new HashMap<>();
        for (Long pid : wanted) {
            if (children.remove(pid) != null) {
                reaped.put(pid, statuses.remove(pid));
            }
        }
        return reaped;
    }

    @Override
    public synchronized Set<Long> unreaped() {
        return new TreeSet<>(children.keySet());
    }

    @Override
    public void close() {
        List<Process> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(children.values());
        }
        List<ProcessHandle> handles = new ArrayList<>();
        for (Process child : all) {
            handles.addAll(child.descendants().collect(Collectors.toList()));
            handles.add(child.toHandle());
        }
        for (ProcessHandle handle : handles) {
            handle.destroyForcibly();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        for (ProcessHandle handle : handles) {
            try {
                handle.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // nothing more can be done
            }
        }
    }
}
