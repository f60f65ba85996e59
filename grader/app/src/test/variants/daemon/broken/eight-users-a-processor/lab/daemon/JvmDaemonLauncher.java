package lab.daemon;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private final Semaphore permits =
            new Semaphore(Math.min(64, 8 * Runtime.getRuntime().availableProcessors()));

    @Override
    public Thread startDaemon(String name, Runnable body) {
        return start(name, Objects.requireNonNull(body), true);
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(body);
        permits.acquireUninterruptibly();
        return start(name, () -> runWithPermit(body), false);
    }

    private void runWithPermit(Runnable body) {
        try {
            body.run();
        } finally {
            permits.release();
        }
    }

    private static Thread start(String name, Runnable body, boolean daemon) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }
}
