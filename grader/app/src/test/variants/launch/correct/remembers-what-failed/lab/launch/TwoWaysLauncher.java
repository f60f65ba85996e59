package lab.launch;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(watched(body), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Runnable watched = watched(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                watched.run();
            }
        };
        thread.start();
        return thread;
    }

    private Runnable watched(Runnable body) {
        Objects.requireNonNull(body);
        return () -> {
            running.incrementAndGet();
            try {
                body.run();
            } catch (Throwable e) {
                failures.add(e);
                throw e;
            } finally {
                running.decrementAndGet();
            }
        };
    }

    int running() {
        return running.get();
    }

    int failed() {
        return failures.size();
    }
}
