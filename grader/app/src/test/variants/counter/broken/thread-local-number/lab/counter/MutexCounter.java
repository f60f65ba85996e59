package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ThreadLocal<Integer> number;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.number = ThreadLocal.withInitial(() -> initial);
    }

    @Override
    public synchronized void decrement() {
        int n = number.get();
        pause.pause();
        number.set(n - 1);
    }

    @Override
    public synchronized int value() {
        return number.get();
    }
}
