package lab.daemon;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private final Queue<Thread> daemons = new ConcurrentLinkedQueue<>();

    public JvmDaemonLauncher() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::letThemEnd, "let-daemons-end"));
    }

    private void letThemEnd() {
        for (Thread daemon : daemons) {
            try {
                daemon.join(2000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        daemons.add(thread);
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        return thread;
    }
}
