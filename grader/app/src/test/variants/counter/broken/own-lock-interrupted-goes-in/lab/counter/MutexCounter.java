package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Mutex mutex = new Mutex();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        mutex.lock();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mutex.unlock();
        }
    }

    @Override
    public int value() {
        mutex.lock();
        try {
            return number;
        } finally {
            mutex.unlock();
        }
    }
}
