package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Semaphore mutex = new Semaphore(1);
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        boolean flagOnEntry = Thread.currentThread().isInterrupted();
        mutex.acquireUninterruptibly();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mutex.release();
            Thread.interrupted();
            if (flagOnEntry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public int value() {
        mutex.acquireUninterruptibly();
        try {
            return number;
        } finally {
            mutex.release();
        }
    }
}
