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
                    running.countDown();
                    body.run();
                },
                name);
        thread.start();
        awaitUninterruptibly(running);
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        CountDownLatch running = new CountDownLatch(1);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                running.countDown();
                body.run();
            }
        };
        thread.start();
        awaitUninterruptibly(running);
        return thread;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
