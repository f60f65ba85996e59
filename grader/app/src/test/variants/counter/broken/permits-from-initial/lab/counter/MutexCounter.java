package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Semaphore semaphore;
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.number = initial;
        this.semaphore = new Semaphore(initial);
    }

    @Override
    public void decrement() {
        semaphore.acquireUninterruptibly();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            semaphore.release();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
