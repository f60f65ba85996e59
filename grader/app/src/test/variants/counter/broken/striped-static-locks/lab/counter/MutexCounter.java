package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final Object[] STRIPES = {new Object(), new Object(), new Object(), new Object()};
    private static int created = 0;

    private final Object stripe;
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        synchronized (STRIPES) {
            this.stripe = STRIPES[created++ & 3];
        }
        synchronized (stripe) {
            this.number = initial;
        }
    }

    @Override
    public void decrement() {
        synchronized (stripe) {
            int n = number;
            pause.pause();
            number = n - 1;
        }
    }

    @Override
    public int value() {
        synchronized (stripe) {
            return number;
        }
    }
}
