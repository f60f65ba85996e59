package racecourse.checks.engine.starting;

import java.util.concurrent.Semaphore;

/** A control that must be caught: it waits while too many bodies run. */
final class PlantedLimit implements Starter {
    private final Semaphore room = new Semaphore(16);

    @Override
    public Thread start(String name, Runnable body) throws InterruptedException {
        room.acquire();
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } finally {
                        room.release();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public String call() {
        return "start(…)";
    }
}
