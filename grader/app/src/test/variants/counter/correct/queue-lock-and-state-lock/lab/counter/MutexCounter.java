package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Object numberLock = new Object();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        turn.lock();
        try {
            int n = value();
            pause.pause();
            synchronized (numberLock) {
                number = n - 1;
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public int value() {
        synchronized (numberLock) {
            return number;
        }
    }
}
