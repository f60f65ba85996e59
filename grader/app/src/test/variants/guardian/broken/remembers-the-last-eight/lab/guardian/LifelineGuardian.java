package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
    private final Process[] running = new Process[8];
    private int started;

    public LifelineGuardian() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
    }

    @Override
    public synchronized long startDaemonProcess(List<String> command) throws IOException {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("empty command");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        running[started++ % running.length] = process;
        return process.pid();
    }

    private synchronized void endAll() {
        for (Process process : running) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
