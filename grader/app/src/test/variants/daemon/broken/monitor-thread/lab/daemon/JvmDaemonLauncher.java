package lab.daemon;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private final BlockingQueue<Thread> started = new LinkedBlockingQueue<>();

    public JvmDaemonLauncher() {
        Thread monitor = new Thread(this::watch, "monitor");
        monitor.setDaemon(false);
        monitor.start();
    }

    private void watch() {
        try {
            while (true) {
                started.take().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        started.add(thread);
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        started.add(thread);
        return thread;
    }
}
