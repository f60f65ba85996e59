package lab.reaper;

import racecourse.contract.reaper.ChildReaper;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class WaitingChildReaper implements ChildReaper {
    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    private final Map<Long, Process> children = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Object closing = new Object();
    private boolean closed; // guarded by gate

    @Override
    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process child = new ProcessBuilder(List.copyOf(command))
                    .redirectInput(NOTHING)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            children.put(child.pid(), child);
            return child.pid();
        } finally {
            gate.readLock().unlock();
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Process child = children.get(pid);
        if (child == null) {
            throw new NoSuchElementException("no child " + pid);
        }
        int status = child.waitFor();
        if (!children.remove(pid, child)) {
            throw new NoSuchElementException("child " + pid + " was reaped by someone else");
        }
        return status;
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, Process> mine = new HashMap<>(children);
        for (Process child : mine.values()) {
            child.waitFor();
        }
        // from here on nothing throws
        Map<Long, Integer> result = new HashMap<>();
        mine.forEach((pid, child) -> {
            if (children.remove(pid, child)) {
                result.put(pid, child.exitValue());
            }
        });
        return result;
    }

    @Override
    public Set<Long> unreaped() {
        return Set.copyOf(children.keySet());
    }

    @Override
    public void close() {
        gate.writeLock().lock();
        closed = true;
        gate.writeLock().unlock();
        synchronized (closing) {
            endAll();
        }
    }

    private void endAll() {
        List<ProcessHandle> doomed = new ArrayList<>();
        for (Process child : children.values()) {
            if (child.isAlive()) {
                doomed.add(child.toHandle());
                child.descendants().forEach(doomed::add);
            }
        }
        doomed.forEach(ProcessHandle::destroyForcibly);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        boolean interrupted = false;
        for (ProcessHandle handle : doomed) {
            while (isRunning(handle) && System.nanoTime() < end) {
                try {
                    Thread.sleep(5); // no signal tells of the end of a process that is not our child
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRunning(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException | RuntimeException noProc) {
            return handle.isAlive();
        }
    }
}
