package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Guard guard = new Guard();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        guard.withLock(() -> {
            int n = number;
            pause.pause();
            number = n - 1;
            return null;
        });
    }

    @Override
    public int value() {
        return guard.withLock(() -> number);
    }
}
