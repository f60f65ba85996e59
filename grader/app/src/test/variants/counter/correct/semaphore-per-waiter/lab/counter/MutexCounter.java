package lab.counter;

import java.util.Objects;
import lab.counter.handover.HandOverMutex;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final HandOverMutex mutex = new HandOverMutex();
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        mutex.enter();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            mutex.leave();
        }
    }

    @Override
    public int value() {
        mutex.enter();
        try {
            return number;
        } finally {
            mutex.leave();
        }
    }
}
