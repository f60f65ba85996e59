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

    @Override
    public void decrement() {
        enter();
        boolean done = false;
        try {
            int n = number;
            pause.pause();
            number = n - 1;
            done = true;
        } finally {
            synchronized (monitor) {
                busy = false;
                if (done) {
                    monitor.notify();
                }
            }
        }
    }

    private void enter() {
        boolean interrupted = false;
        synchronized (monitor) {
            while (busy) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            busy = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int value() {
        return number;
    }
}
