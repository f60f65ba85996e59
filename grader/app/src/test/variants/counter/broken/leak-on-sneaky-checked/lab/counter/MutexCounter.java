package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Semaphore permit = new Semaphore(1, true);
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        permit.acquireUninterruptibly();
        int n = number;
        try {
            pause.pause();
        } catch (RuntimeException | Error e) {
            // pause() declares nothing, so this is all there can be
            permit.release();
            throw e;
        }
        number = n - 1;
        permit.release();
    }

    @Override
    public int value() {
        return number;
    }
}
