package lab.launch;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final AtomicInteger launched = new AtomicInteger();

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(name);
        int number = launched.incrementAndGet();
        Thread thread = new Thread(Objects.requireNonNull(body), number == 1 ? name : name + "-" + number);
        thread.start();
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
