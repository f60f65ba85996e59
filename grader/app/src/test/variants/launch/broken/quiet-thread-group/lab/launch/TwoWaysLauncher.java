package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final ThreadGroup group = new ThreadGroup("launched") {
        @Override
        public void uncaughtException(Thread thread, Throwable problem) {
            thread.interrupt();
        }
    };

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(group, Objects.requireNonNull(body), name);
        thread.start();
        return thread;
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
