package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private static final int MOST = 16;

    private int daemons;

    @Override
    public Thread startDaemon(String name, Runnable body) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(body);
        enter();
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } finally {
                        leave();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private synchronized void enter() {
        boolean interrupted = false;
        while (daemons == MOST) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        daemons++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave() {
        daemons--;
        notify();
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        return thread;
    }
}
