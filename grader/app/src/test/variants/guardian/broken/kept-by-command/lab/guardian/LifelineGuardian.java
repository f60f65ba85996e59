package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    private final Map<String, Process> running = new ConcurrentHashMap<>();

    public LifelineGuardian() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> running.values().forEach(Process::destroyForcibly)));
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
        running.put(String.join(" ", command), process);
        return process.pid();
    }
}
