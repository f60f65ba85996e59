package lab.daemon;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private final Set<Thread> started = ConcurrentHashMap.newKeySet();

    public JvmDaemonLauncher() {
        Runtime.getRuntime().addShutdownHook(new Thread(started::clear));
    }

    @Override
    public Thread startDaemon(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(true);
        thread.start();
        started.add(thread);
        return thread;
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        started.add(thread);
        return thread;
    }
}
