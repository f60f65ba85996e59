package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new DaemonThread(name, body);
        thread.start();
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new UserThread(name, body);
        thread.start();
        return thread;
    }

    private abstract static class Worker extends Thread {
        private final Runnable body;

        Worker(String name, Runnable body, boolean daemon) {
            super(name);
            this.body = Objects.requireNonNull(body);
            setDaemon(daemon);
        }

        @Override
        public void run() {
            body.run();
        }
    }

    private static final class DaemonThread extends Worker {
        DaemonThread(String name, Runnable body) {
            super(name, body, true);
        }
    }

    private static final class UserThread extends Worker {
        UserThread(String name, Runnable body) {
            super(name, body, false);
        }
    }
}
