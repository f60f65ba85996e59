package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        return startFrom(true, name, Objects.requireNonNull(body));
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return startFrom(false, name, Objects.requireNonNull(body));
    }

    private static Thread startFrom(boolean daemon, String name, Runnable body) {
        Objects.requireNonNull(name);
        Thread[] started = new Thread[1];
        Thread parent = new Thread(() -> {
            started[0] = new Thread(body, name);
            started[0].start();
        });
        parent.setDaemon(daemon);
        parent.start();
        boolean interrupted = false;
        while (parent.isAlive()) {
            try {
                parent.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return started[0];
    }
}
