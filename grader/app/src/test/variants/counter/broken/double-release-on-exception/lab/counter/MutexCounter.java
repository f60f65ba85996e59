package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
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
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } catch (Throwable t) {
            mutex.release();
            throw t;
        } finally {
            mutex.release();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
