package lab.launch;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final ThreadGroup group = new ThreadGroup("launched");
    private final ThreadFactory plain = body -> new Thread(group, body);

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = plain.newThread(Objects.requireNonNull(body));
        thread.setName(name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Thread thread = new InGroup(name, Objects.requireNonNull(body));
        thread.start();
        return thread;
    }

    private final class InGroup extends Thread {
        private final Runnable body;

        InGroup(String name, Runnable body) {
            super(group, name);
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
