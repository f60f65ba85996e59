package lab.reaper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private final ExecutorService owner = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "owner of the children");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Process> table = new HashMap<>();
    private boolean closed;

    public WaitingChildReaper() {}

    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> T ask(Task<T> task) throws IOException {
        Future<T> answer = owner.submit(task::run);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause();
                    if (cause instanceof IOException) {
                        throw (IOException) cause;
                    }
                    if (cause instanceof RuntimeException) {
                        throw (RuntimeException) cause;
                    }
                    throw new IllegalStateException(cause);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T look(Task<T> task) {
        try {
            return ask(task);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long start(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        String[] words = command.toArray(new String[0]);
        return ask(() -> {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            Process child = new ProcessBuilder(words).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> {
                try {
                    child.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // it has ended
                }
            });
            reader.setDaemon(true);
            reader.start();
            table.put(child.pid(), child);
            return child.pid();
        });
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Process child = look(() -> table.get(pid));
        if (child == null) {
            throw new NoSuchElementException("unknown: " + pid);
        }
        child.waitFor();
        if (!look(() -> table.remove(pid, child))) {
            throw new NoSuchElementException("gone: " + pid);
        }
        return child.exitValue();
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, Process> now = look(() -> new HashMap<>(table));
        for (Process child : now.values()) {
            child.onExit();
            child.waitFor();
        }
        return look(() -> {
            Map<Long, Integer> taken = new HashMap<>();
            now.forEach((pid, child) -> {
                if (table.remove(pid, child)) {
                    taken.put(pid, child.exitValue());
                }
            });
            return taken;
        });
    }

    @Override
    public Set<Long> unreaped() {
        return look(() -> Set.copyOf(table.keySet()));
    }

    @Override
    public void close() {
        List<ProcessHandle> family = look(() -> {
            closed = true;
            List<ProcessHandle> all = new ArrayList<>();
            table.values().forEach(child -> {
                all.add(child.toHandle());
                child.descendants().forEach(all::add);
            });
            return all;
        });
        family.forEach(ProcessHandle::destroyForcibly);
        long end = System.currentTimeMillis() + 4000;
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.currentTimeMillis() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }
}
