package lab.launch;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(body);
        reportFailure();
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (RuntimeException e) {
                        failure.set(e);
                        throw e;
                    }
                },
                name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        reportFailure();
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                body.run();
            }
        };
        thread.start();
        return thread;
    }

    private void reportFailure() {
        RuntimeException earlier = failure.getAndSet(null);
        if (earlier != null) {
            throw earlier;
        }
    }
}
