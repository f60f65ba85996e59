package racecourse.checks.reaper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.children.NamedPipe;
import racecourse.checks.engine.children.Running;
import racecourse.checks.protocol.Message;

/**
 * A process that waits with so much memory that the system needs a while to take it down: whoever kills it and does not
 * wait is back long before it has ended.
 */
final class SlowToEnd implements AutoCloseable {
    /** Its end takes some ten milliseconds. */
    private static final String MEMORY = "128M";

    /** Much longer than it takes to fill it. */
    private static final Duration UP = Duration.ofSeconds(8);

    private static final Path DD = Path.of("/bin/dd");
    private static final Path SHELL = Path.of("/bin/sh");

    private final NamedPipe pipe;
    private final List<ProcessHandle> processes;

    private SlowToEnd(NamedPipe pipe, List<ProcessHandle> processes) {
        this.pipe = pipe;
        this.processes = processes;
    }

    /** Returns whether this system has such a process, and tells when it has ended. */
    static boolean isPossible() {
        return Running.isToldByProc() && Files.isExecutable(DD) && Files.isExecutable(SHELL);
    }

    /** Lets the reaper under test start one, by itself or as the child of a shell, and waits until it is up. */
    static SlowToEnd start(Ward ward, boolean inShell) throws IOException {
        NamedPipe pipe = NamedPipe.make();
        try {
            List<String> command =
                    List.of(DD.toString(), "if=/dev/zero", "of=" + pipe.path(), "bs=" + MEMORY, "count=1");
            // a shell that has something left to do stays its parent
            List<String> given = inShell ? List.of(SHELL.toString(), "-c", "\"$@\"; :", SHELL.toString()) : List.of();
            List<String> all = new ArrayList<>(given);
            all.addAll(command);
            long pid = (Long) ward.value(
                    Message.of("reaper.start.returns"), () -> ward.reaper().start(all));
            ProcessHandle started = ProcessHandle.of(pid).orElse(null);
            if (started == null || !pipe.awaitWriter(UP)) {
                throw new Powerless(Message.of("engine.child.silent"));
            }
            List<ProcessHandle> processes = new ArrayList<>(List.of(started));
            started.descendants().forEach(processes::add);
            return new SlowToEnd(pipe, Collections.unmodifiableList(processes));
        } catch (IOException | RuntimeException e) {
            pipe.close();
            throw e;
        }
    }

    /** It, or the shell and it. */
    List<ProcessHandle> processes() {
        return processes;
    }

    @Override
    public void close() throws IOException {
        processes.forEach(ProcessHandle::destroyForcibly);
        pipe.close();
    }
}
