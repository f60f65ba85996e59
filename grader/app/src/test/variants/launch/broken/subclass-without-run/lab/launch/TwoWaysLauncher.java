package lab.launch;

import java.util.Objects;
import racecourse.contract.launch.ThreadLauncher;

public class TwoWaysLauncher implements ThreadLauncher {
    @Override
    public Thread launchRunnable(String name, Runnable body) {
        Thread thread = new Thread(Objects.requireNonNull(body), name);
        thread.start();
        return thread;
    }

    @Override
    public Thread launchSubclass(String name, Runnable body) {
        Thread thread = new NamedThread(Objects.requireNonNull(body), name);
        thread.start();
        return thread;
    }

    private static class NamedThread extends Thread {
        NamedThread(Runnable body, String name) {
            super(body, name);
        }
    }
}
