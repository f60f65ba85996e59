package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object readLock = new Object();
    private final Object writeLock = new Object();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        synchronized (writeLock) {
            int n = number;
            pause.pause();
            number = n - 1;
        }
    }

    @Override
    public int value() {
        synchronized (readLock) {
            return number;
        }
    }
}
