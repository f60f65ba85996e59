package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object lock = new Object();
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        while (true) {
            int n = number;
            pause.pause();
            synchronized (lock) {
                if (number == n) {
                    number = n - 1;
                    return;
                }
            }
            // somebody was faster, try again
        }
    }

    @Override
    public int value() {
        return number;
    }
}
