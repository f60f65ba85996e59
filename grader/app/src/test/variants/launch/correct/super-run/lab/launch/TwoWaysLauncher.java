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
        Thread thread = new Wrapping(Objects.requireNonNull(body), name);
        thread.start();
        return thread;
    }

    private static final class Wrapping extends Thread {
        private boolean done;

        Wrapping(Runnable body, String name) {
            super(body, name);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                done = true;
            }
        }
    }
}
