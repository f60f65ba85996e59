package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        return start(new Thread(body, name), body, true);
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return start(new Thread(body, name), body, false);
    }

    private Thread start(Thread thread, Runnable body, boolean daemon) {
        Objects.requireNonNull(body, "body");
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }
}
