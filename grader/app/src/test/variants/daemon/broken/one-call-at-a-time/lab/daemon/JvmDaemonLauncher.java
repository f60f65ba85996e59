package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public synchronized Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return thread;
    }
}
