package lab.launch;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private static final int MOST = 32;

    private final Semaphore slots = new Semaphore(MOST);

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(counted(body), name);
        slots.acquireUninterruptibly();
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Runnable counted = counted(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                counted.run();
            }
        };
        slots.acquireUninterruptibly();
        thread.start();
        return thread;
    }

    private Runnable counted(Runnable body) {
        Objects.requireNonNull(body);
        return () -> {
            try {
                body.run();
            } finally {
                slots.release();
            }
        };
    }
}
