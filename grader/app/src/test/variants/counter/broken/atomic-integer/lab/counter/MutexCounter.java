package lab.counter;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final AtomicInteger number;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.number = new AtomicInteger(initial);
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        number.get();
        pause.pause();
        number.decrementAndGet();
    }

    @Override
    public int value() {
        return number.get();
    }
}
