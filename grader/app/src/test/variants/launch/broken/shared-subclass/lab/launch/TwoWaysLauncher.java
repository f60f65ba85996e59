package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        return launchSubclass(name, body);
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Thread thread = new Worker(name, Objects.requireNonNull(body));
        thread.start();
        return thread;
    }

    private static class Worker extends Thread {
        private final Runnable body;

        Worker(String name, Runnable body) {
            super(name);
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
