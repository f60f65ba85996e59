package lab.guardian;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import racecourse.contract.guardian.Guardian;

public final class LifelineGuardian implements Guardian {
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
        Thread starter = main();
        Thread keeper = new Thread(() -> {
            try {
                starter.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        });
        keeper.setDaemon(false);
        keeper.start();
        return process.pid();
    }

    private static Thread main() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("main"))
                .findFirst()
                .orElse(Thread.currentThread());
    }
}
