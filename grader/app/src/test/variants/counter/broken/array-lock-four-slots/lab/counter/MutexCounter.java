package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final RingLock lock = new RingLock();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        int slot = lock.enter();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            lock.leave(slot);
        }
    }

    @Override
    public int value() {
        return number;
    }
}
