package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Semaphore mutex = new Semaphore(1, true);
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void acquire() {
        boolean interrupted = false;
        while (true) {
            try {
                mutex.acquire();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
            mutex.release();
        }
    }

    @Override
    public int value() {
        acquire();
        try {
            return number;
        } finally {
            mutex.release();
        }
    }
}
