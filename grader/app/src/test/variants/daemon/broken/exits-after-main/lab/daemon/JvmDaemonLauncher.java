package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private static void exitAfterMain() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("main")) {
                Thread watcher = new Thread(() -> {
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        return;
                    }
                    System.exit(0);
                });
                watcher.setDaemon(true);
                watcher.start();
            }
        }
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
        exitAfterMain();
        return thread;
    }
}
