package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new UserThread(name, Objects.requireNonNull(body));
        thread.start();
        return thread;
    }

    private static final class UserThread extends Thread {
        private final Runnable body;

        UserThread(String name, Runnable body) {
            super(name);
            this.body = body;
        }

        @Override
        public void run() {
            body.run();
        }
    }
}
