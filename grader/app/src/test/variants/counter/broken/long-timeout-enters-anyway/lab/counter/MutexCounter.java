package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Object monitor = new Object();
    private final Pause pause;
    private boolean busy;
    private volatile int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private void enter() {
        boolean interrupted = false;
        synchronized (monitor) {
            long end = System.currentTimeMillis() + 3000;
            long left = 3000;
            while (busy && left > 0) {
                try {
                    monitor.wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = end - System.currentTimeMillis();
            }
            busy = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        synchronized (monitor) {
            busy = false;
            monitor.notify();
        }
    }

    @Override
    public void decrement() {
        enter();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            leave();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
