package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private int running;

    @Override
    public Thread startDaemon(String name, Runnable body) {
        return start(name, Objects.requireNonNull(body), true);
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return start(name, Objects.requireNonNull(body), false);
    }

    private Thread start(String name, Runnable body, boolean daemon) {
        Thread thread = new Thread(
                () -> {
                    count(1);
                    try {
                        body.run();
                    } finally {
                        count(-1);
                    }
                },
                name);
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }

    private synchronized void count(int more) {
        running += more;
    }

    synchronized int running() {
        return running;
    }
}
