package lab.launch;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();

    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(body);
        return threads.compute(name, (key, before) -> {
            if (before != null && before.isAlive()) {
                return before;
            }
            Thread thread = new Thread(body, key);
            thread.start();
            return thread;
        });
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
