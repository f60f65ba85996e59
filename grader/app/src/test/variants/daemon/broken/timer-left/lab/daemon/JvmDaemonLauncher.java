package lab.daemon;

import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private Timer timer;

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
        if (timer == null) {
            timer = new Timer("cleanup", false);
        }
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        cancel();
                    }
                },
                60_000);
        thread.start();
        return thread;
    }
}
