package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final int initial;
    private final Taken taken = new Taken();

    public MutexCounter(int initial, Pause pause) {
        this.initial = initial;
        taken.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        taken.one();
    }

    @Override
    public int value() {
        return (int) (initial - taken.count());
    }

    private static final class Taken {
        private Pause pause;
        private long count;

        private synchronized void one() {
            long before = count;
            pause.pause();
            count = before + 1;
        }

        private synchronized long count() {
            return count;
        }
    }
}
