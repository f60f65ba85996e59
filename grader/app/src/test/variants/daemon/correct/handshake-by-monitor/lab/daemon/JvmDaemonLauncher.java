package lab.daemon;

import java.util.Objects;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        return new Beginning(name, Objects.requireNonNull(body), true).begin();
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return new Beginning(name, Objects.requireNonNull(body), false).begin();
    }

    private static final class Beginning implements Runnable {
        private final Runnable body;
        private final Thread thread;
        private boolean runs;

        Beginning(String name, Runnable body, boolean daemon) {
            this.body = body;
            this.thread = new Thread(this, name);
            thread.setDaemon(daemon);
        }

        synchronized Thread begin() {
            thread.start();
            boolean interrupted = false;
            while (!runs) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return thread;
        }

        @Override
        public void run() {
            synchronized (this) {
                runs = true;
                notifyAll();
            }
            body.run();
        }
    }
}
