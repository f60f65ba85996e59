package lab.launch;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(body);
        CountDownLatch running = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } finally {
                        running.countDown();
                    }
                },
                name);
        thread.start();
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                body.run();
            }
        };
        thread.start();
        return thread;
    }
}
