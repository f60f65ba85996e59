package lab.daemon;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import racecourse.contract.daemon.DaemonLauncher;

public class JvmDaemonLauncher implements DaemonLauncher {
    @Override
    public Thread startDaemon(String name, Runnable body) {
        Objects.requireNonNull(name);
        Objects.requireNonNull(body);
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture.runAsync(() -> {
            worker.complete(Thread.currentThread());
            body.run();
        });
        return worker.join();
    }

    @Override
    public Thread startUser(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.setDaemon(false);
        thread.start();
        return thread;
    }
}
