package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private Thread last;

    @Override
    public synchronized Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(body);
        if (last != null) {
            try {
                last.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        last = new Thread(body, name);
        last.start();
        return last;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                body.run();
            }
        };
        thread.start();
        return thread;
    }
}
