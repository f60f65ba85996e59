package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

/** Starts threads, each for one body, and keeps nothing of them. */
public final class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body, "body"), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Thread thread = new BodyThread(name, Objects.requireNonNull(body, "body"));
        thread.start();
        return thread;
    }

    /** A thread that knows what to run. What the body throws passes through. */
    private static final class BodyThread extends Thread {
        private final Runnable body;

        BodyThread(String name, Runnable body) {
            super(name);
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
