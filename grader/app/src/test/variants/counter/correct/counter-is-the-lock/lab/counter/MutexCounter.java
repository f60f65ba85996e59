package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter extends ReentrantLock implements Counter {
    private static final long serialVersionUID = 1L;

    private final transient Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        super(true);
        this.number = initial;
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        lock();
        try {
            int before = number;
            pause.pause();
            number = before - 1;
        } finally {
            unlock();
        }
    }

    @Override
    public int value() {
        lock();
        try {
            return number;
        } finally {
            unlock();
        }
    }
}
