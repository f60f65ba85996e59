package lab.daemon;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    private final ThreadFactory daemons = factory(true);
    private final ThreadFactory users = factory(false);

    private static ThreadFactory factory(boolean daemon) {
        return body -> {
            Thread thread = new Thread(Objects.requireNonNull(body));
            thread.setDaemon(daemon);
            return thread;
        };
    }

    @Override
    public Thread startDaemon(String name, Runnable body) {
        return started(daemons, name, body);
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        return started(users, name, body);
    }

    private static Thread started(ThreadFactory factory, String name, Runnable body) {
        Thread thread = factory.newThread(body);
        thread.setName(name);
        thread.start();
        return thread;
    }
}
