package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Thread thread = new BodyThread(name, Objects.requireNonNull(body));
        thread.start();
        return thread;
    }

    private static class BodyThread extends Thread {
        private static volatile Runnable body;

        BodyThread(String name, Runnable body) {
            super(name);
            BodyThread.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
