package racecourse.checks.engine.starting;

import java.util.concurrent.CountDownLatch;

/** The controls: one that must be spared, and two that must be caught. */
enum PlantedStarter implements Starter {
    /** Waits until the thread runs, which is all that a caller may wait for. */
    RIGHT {
        @Override
        public Thread start(String name, Runnable body) throws InterruptedException {
            CountDownLatch runs = new CountDownLatch(1);
            Thread thread = daemon(name, () -> {
                runs.countDown();
                body.run();
            });
            thread.start();
            runs.await();
            return thread;
        }
    },
    /** Runs the body itself. */
    @SuppressWarnings("DoNotCall") // the mistake is meant
    RUNS_IT_ITSELF {
        @Override
        public Thread start(String name, Runnable body) {
            Thread thread = daemon(name, body);
            thread.run();
            return thread;
        }
    },
    /** Waits for the end of the body. */
    WAITS {
        @Override
        public Thread start(String name, Runnable body) throws InterruptedException {
            Thread thread = daemon(name, body);
            thread.start();
            thread.join();
            return thread;
        }
    };

    private static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String call() {
        return "start(…)";
    }
}
