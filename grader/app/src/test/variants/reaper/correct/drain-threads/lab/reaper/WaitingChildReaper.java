package lab.reaper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.reaper.ChildReaper;

public class WaitingChildReaper implements ChildReaper {
    private static final class Child {
        private final Process process;
        private boolean reaped;

        Child(Process process) {
            this.process = process;
        }
    }

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, Child> children = new LinkedHashMap<>();
    private boolean closed;

    @Override
    public long start(List<String> command) throws IOException {
        if (command.size() == 0) {
            throw new IllegalArgumentException("command");
        }
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            drain(process.getInputStream());
            drain(process.getErrorStream());
            children.put(process.pid(), new Child(process));
            process.onExit().thenRun(this::announce);
            return process.pid();
        } finally {
            lock.unlock();
        }
    }

    private void announce() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void drain(InputStream in) {
        Thread thread = new Thread(() -> {
            byte[] bytes = new byte[4096];
            try {
                while (in.read(bytes) >= 0) {
                    // nobody wants it
                }
            } catch (IOException e) {
                // the child has ended
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        lock.lock();
        try {
            Child child = children.get(pid);
            if (child == null) {
                throw new NoSuchElementException("pid " + pid);
            }
            while (child.process.isAlive() && !child.reaped) {
                changed.await();
            }
            return taken(child);
        } finally {
            lock.unlock();
        }
    }

    private int taken(Child child) {
        if (child.reaped) {
            throw new NoSuchElementException("reaped: " + child.process.pid());
        }
        child.reaped = true;
        children.remove(child.process.pid());
        changed.signalAll();
        return child.process.exitValue();
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Child> all = new ArrayList<>(children.values());
            while (all.stream().anyMatch(child -> child.process.isAlive())) {
                changed.await();
            }
            all.removeIf(child -> child.reaped);
            Map<Long, Integer> statuses = new LinkedHashMap<>();
            for (Child child : all) {
                statuses.put(child.process.pid(), taken(child));
            }
            return statuses;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<Long> unreaped() {
        lock.lock();
        try {
            return new HashSet<>(children.keySet());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            for (Child child : children.values()) {
                collect(child.process.toHandle(), family);
            }
        } finally {
            lock.unlock();
        }
        for (ProcessHandle handle : family) {
            handle.destroy();
        }
        boolean interrupted = await(family, 1_000_000_000L);
        for (ProcessHandle handle : family) {
            handle.destroyForcibly();
        }
        interrupted |= await(family, 3_000_000_000L);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void collect(ProcessHandle handle, List<ProcessHandle> family) {
        handle.children().forEach(child -> collect(child, family));
        family.add(handle);
    }

    private static boolean await(List<ProcessHandle> family, long nanos) {
        boolean interrupted = false;
        long end = System.nanoTime() + nanos;
        for (ProcessHandle handle : family) {
            while (handle.isAlive() && System.nanoTime() < end) {
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        return interrupted;
    }
}
