package lab.launch;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private static final Semaphore RUNNING = new Semaphore(1);

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                RUNNING.acquireUninterruptibly();
                try {
                    body.run();
                } finally {
                    RUNNING.release();
                }
            }
        };
        thread.start();
        return thread;
    }
}
