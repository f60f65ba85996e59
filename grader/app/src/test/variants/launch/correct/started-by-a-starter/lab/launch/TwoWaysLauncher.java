package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        startElsewhere(thread);
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        class Local extends Thread {
            Local() {
                super(name);
            }

            @Override
            public void run() {
                body.run();
            }
        }
        Thread thread = new Local();
        startElsewhere(thread);
        return thread;
    }

    private static void startElsewhere(Thread thread) {
        Thread starter = new Thread(thread::start, "starter");
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
