package lab.reaper;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Kills processes and all they have started, and waits until none is running. */
final class Hunt {
    private static final long LIMIT = 4_000_000_000L;

    private final Set<ProcessHandle> prey = new LinkedHashSet<>();

    Hunt(Collection<Process> roots) {
        for (Process root : roots) {
            if (root.isAlive()) {
                prey.add(root.toHandle());
            }
        }
    }

    void run() {
        boolean interrupted = Thread.interrupted();
        long begin = System.nanoTime();
        do {
            // first find all, then shoot: the children of a dead process cannot be found any more
            for (ProcessHandle h : List.copyOf(prey)) {
                h.descendants().forEach(prey::add);
            }
            for (ProcessHandle h : prey) {
                h.destroyForcibly();
            }
            prey.removeIf(h -> !running(h));
            if (!prey.isEmpty()) {
                try {
                    Thread.sleep(10);   // nothing tells of the end of a grandchild
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } while (!prey.isEmpty() && System.nanoTime() - begin < LIMIT);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean running(ProcessHandle h) {
        if (!h.isAlive()) {
            return false;
        }
        try (FileInputStream in = new FileInputStream("/proc/" + h.pid() + "/stat")) {
            String stat = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X' && state != 'x';
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return h.isAlive();
        }
    }
}
