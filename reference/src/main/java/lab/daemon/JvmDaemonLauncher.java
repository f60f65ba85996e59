package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

/** Starts threads of either kind, and nothing else. */
public final class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        return start(name, body, true);
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return start(name, body, false);
    }

    private static Thread start(String name, Runnable body, boolean daemon) {
        Thread thread = new Thread(Objects.requireNonNull(body, "body"), name);
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }
}
