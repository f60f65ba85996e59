package lab.counter;

import java.util.Objects;
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
        if (taken) {
            return false;
        }
        taken = true;
        return true;
    }

    private synchronized void giveBack() {
        taken = false;
    }

    @Override
    public void decrement() {
        while (!tryTake()) {
            Thread.yield();
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
