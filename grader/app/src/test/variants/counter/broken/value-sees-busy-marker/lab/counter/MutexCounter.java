package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final int BUSY = -1;

    private final Semaphore mutex = new Semaphore(1);
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        mutex.acquireUninterruptibly();
        int n = number;
        int next = n;
        try {
            number = BUSY;
            pause.pause();
            next = n - 1;
        } finally {
            number = next;
            mutex.release();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
