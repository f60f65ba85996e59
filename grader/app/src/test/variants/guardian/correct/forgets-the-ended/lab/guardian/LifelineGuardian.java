package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    public LifelineGuardian() {
        super();
    }

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
        return process.pid();
    }
}
