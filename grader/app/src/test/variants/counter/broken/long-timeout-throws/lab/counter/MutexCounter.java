package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final long LIMIT = 5;

    private final Semaphore mutex = new Semaphore(1);
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        acquire();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mutex.release();
        }
    }

    private void acquire() {
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
            while (true) {
                try {
                    if (!mutex.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        throw new IllegalStateException("deadlock?");
                    }
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public int value() {
        return number;
    }
}
