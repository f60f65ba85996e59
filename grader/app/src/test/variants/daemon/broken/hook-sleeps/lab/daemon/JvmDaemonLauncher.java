package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        return thread;
    }
}
