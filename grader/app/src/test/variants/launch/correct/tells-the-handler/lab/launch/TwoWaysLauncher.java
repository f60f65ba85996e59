package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Objects.requireNonNull(body);
        Thread thread = new Thread(() -> guarded(body), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Objects.requireNonNull(body);
        Thread thread = new Thread(name) {
            @Override
            public void run() {
                guarded(body);
            }
        };
        thread.start();
        return thread;
    }

    private static void guarded(Runnable body) {
        try {
            body.run();
        } catch (Throwable problem) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
        }
    }
}
