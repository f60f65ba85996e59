package lab.reaper;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private record Child(Process process, Semaphore claim) {}

    private final ConcurrentHashMap<Long, Child> children = new ConcurrentHashMap<>();
    private final ReentrantLock gate = new ReentrantLock();
    private boolean closed;

    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        List<String> copy = List.copyOf(command);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("an empty command");
        }
        File nowhere = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
        gate.lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process process = new ProcessBuilder(copy)
                    .redirectInput(nowhere)
                    .redirectOutput(nowhere)
                    .redirectError(nowhere)
                    .start();
            children.put(process.pid(), new Child(process, new Semaphore(1)));
            return process.pid();
        } finally {
            gate.unlock();
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Child child = children.get(pid);
        if (child == null || !child.claim().tryAcquire()) {
            throw new NoSuchElementException(Long.toString(pid));
        }
        try {
            int status = child.process().waitFor();
            children.remove(pid, child);
            return status;
        } catch (InterruptedException e) {
            child.claim().release();
            throw e;
        }
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, Integer> statuses = new HashMap<>();
        List<Child> all = List.copyOf(children.values());
        for (Child child : all) {
            child.process().waitFor();
        }
        for (Child child : all) {
            if (child.claim().tryAcquire()) {
                children.remove(child.process().pid(), child);
                statuses.put(child.process().pid(), child.process().exitValue());
            }
        }
        return statuses;
    }

    @Override
    public Set<Long> unreaped() {
        return new TreeSet<>(children.keySet());
    }

    @Override
    public void close() {
        gate.lock();
        closed = true;
        gate.unlock();
        List<Thread> killers = new ArrayList<>();
        for (Child child : children.values()) {
            Thread killer = new Thread(() -> end(child.process().toHandle()));
            killer.start();
            killers.add(killer);
        }
        boolean interrupted = false;
        for (Thread killer : killers) {
            while (killer.isAlive()) {
                try {
                    killer.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(ProcessHandle root) {
        List<ProcessHandle> family = new ArrayList<>(root.descendants().toList());
        family.add(root);
        family.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle handle : family) {
            try {
                handle.onExit().get(4, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                // nobody interrupts this thread
            }
        }
    }
}
