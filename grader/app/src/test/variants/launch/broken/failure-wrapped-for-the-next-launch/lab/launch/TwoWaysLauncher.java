package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private volatile Throwable broken;

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), Objects.requireNonNull(name));
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        if (broken != null) {
            throw new IllegalStateException("an earlier body has failed", broken);
        }
        Thread thread = new Worker(Objects.requireNonNull(name), body);
        thread.start();
        return thread;
    }

    private class Worker extends Thread {
        private final Runnable body;

        Worker(String name, Runnable body) {
            super(name);
            this.body = body;
        }

        @Override
        public void run() {
            try {
                body.run();
            } catch (Throwable e) {
                broken = e;
                throw e;
            }
        }
    }
}
