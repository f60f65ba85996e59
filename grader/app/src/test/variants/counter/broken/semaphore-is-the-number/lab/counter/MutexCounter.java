package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Semaphore number;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.number = new Semaphore(initial);
    }

    @Override
    public synchronized void decrement() {
        number.availablePermits();
        pause.pause();
        number.acquireUninterruptibly();
    }

    @Override
    public int value() {
        return number.availablePermits();
    }
}
