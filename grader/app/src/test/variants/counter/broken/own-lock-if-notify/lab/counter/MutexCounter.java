package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object monitor = new Object();
    private final Pause pause;
    private boolean inUse;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public void decrement() {
        boolean interrupted = false;
        synchronized (monitor) {
            if (inUse) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                    while (inUse) {
                        try {
                            monitor.wait();
                        } catch (InterruptedException again) {
                            // flag is set below
                        }
                    }
                }
            }
            inUse = true;
        }
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            synchronized (monitor) {
                inUse = false;
                monitor.notify();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public int value() {
        return number;
    }
}
