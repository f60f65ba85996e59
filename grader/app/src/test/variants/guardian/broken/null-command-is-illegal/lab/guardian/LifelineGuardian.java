package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    private static final Queue<Process> COMMANDS = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> COMMANDS.forEach(Process::destroyForcibly)));
    }

    public LifelineGuardian() {
        super();
    }

    @Override
    public long startDaemonProcess(List<String> command) throws IOException {
        if (command == null || command.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        COMMANDS.add(process);
        return process.pid();
    }
}
