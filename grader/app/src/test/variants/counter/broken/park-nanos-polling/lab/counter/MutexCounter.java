package lab.counter;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private boolean taken;
    private final Pause pause;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private synchronized boolean tryTake() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    private synchronized void giveBack() {
        taken = false;
    }

    @Override
    public void decrement() {
        while (!tryTake()) {
            LockSupport.parkNanos(1_000_000);
        }
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            giveBack();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
