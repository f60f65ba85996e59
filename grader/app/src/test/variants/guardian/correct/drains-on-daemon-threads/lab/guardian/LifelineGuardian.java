package lab.guardian;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import racecourse.contract.guardian.Guardian;

public class LifelineGuardian implements Guardian {
    private final List<ProcessHandle> commands = new ArrayList<>();
    private boolean hooked;

    @Override
    public synchronized long startDaemonProcess(List<String> command) throws IOException {
        Objects.requireNonNull(command, "command");
        if (command.size() < 1) {
            throw new IllegalArgumentException("command");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread drain = new Thread(() -> {
            try (InputStream in = process.getInputStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the command has ended
            }
        });
        drain.setDaemon(true);
        drain.start();
        commands.add(process.toHandle());
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
        }
        return process.pid();
    }

    private synchronized void endAll() {
        for (ProcessHandle command : commands) {
            command.destroyForcibly();
        }
        for (ProcessHandle command : commands) {
            try {
                command.onExit().get(1, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                return;
            }
        }
    }
}
