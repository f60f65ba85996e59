package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Semaphore permit = new Semaphore(1);
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void acquire() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (permit.tryAcquire(1, TimeUnit.SECONDS)) {
                        return;
                    }
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
    public void decrement() {
        acquire();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            permit.release();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
