package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Pause pause;
    private volatile Object lock = new Object();
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        synchronized (lock) {
            try {
                int n = number;
                pause.pause();
                number = n - 1;
            } finally {
                lock = new Object();   // nobody keeps the old one
            }
        }
    }

    @Override
    public int value() {
        return number;
    }
}
