package lab.reaper;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import racecourse.contract.reaper.ChildReaper;

public final class WaitingChildReaper implements ChildReaper {
    private final ConcurrentMap<Long, Process> children = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock door = new ReentrantReadWriteLock();
    private boolean shut;   // guarded by door

    public WaitingChildReaper() {}

    @Override
    public long start(List<String> command) throws IOException {
        List<String> words = List.copyOf(command);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no command");
        }
        door.readLock().lock();
        try {
            if (shut) {
                throw new IllegalStateException("closed");
            }
            Process child = new ProcessBuilder(words)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            children.put(child.pid(), child);
            return child.pid();
        } finally {
            door.readLock().unlock();
        }
    }

    @Override
    public int reap(long pid) throws InterruptedException {
        Process child = children.get(pid);
        if (child != null) {
            int status = child.waitFor();
            if (children.containsKey(pid)) {
                children.remove(pid);
                return status;
            }
        }
        throw new NoSuchElementException("no child " + pid);
    }

    @Override
    public Map<Long, Integer> reapAll() throws InterruptedException {
        Map<Long, Process> now = new HashMap<>(children);
        for (Process child : now.values()) {
            child.waitFor();
        }
        Map<Long, Integer> statuses = new HashMap<>();
        now.forEach((pid, child) -> {
            if (children.remove(pid, child)) {
                statuses.put(pid, child.exitValue());
            }
        });
        return statuses;
    }

    @Override
    public Set<Long> unreaped() {
        return Set.copyOf(children.keySet());
    }

    @Override
    public void close() {
        door.writeLock().lock();
        shut = true;
        door.writeLock().unlock();
        new Hunt(children.values()).run();
    }
}
