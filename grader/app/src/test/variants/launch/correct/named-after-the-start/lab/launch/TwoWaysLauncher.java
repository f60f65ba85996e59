package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(name);
        return named(new Thread(Objects.requireNonNull(body)), name);
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(name);
        return named(new BodyThread(Objects.requireNonNull(body)), name);
    }

    private static Thread named(Thread thread, String name) {
        thread.start();
        thread.setName(name);
        return thread;
    }

    static final class BodyThread extends Thread {
        private final Runnable body;

        BodyThread(Runnable body) {
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
