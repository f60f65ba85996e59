package lab.counter;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Semaphore mutex = new Semaphore(1);
    private final Semaphore turn = new Semaphore(0);
    private final Pause pause;
    private int number;
    private boolean busy;
    private int waiting;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause);
    }

    @Override
    public void decrement() {
        enter();
        try {
            int seen = number;
            pause.pause();
            number = seen - 1;
        } finally {
            leave();
        }
    }

    @Override
    public int value() {
        enter();
        try {
            return number;
        } finally {
            leave();
        }
    }

    private void enter() {
        mutex.acquireUninterruptibly();
        if (busy) {
            waiting++;
            mutex.release();
            turn.acquireUninterruptibly();
            waiting--;
        }
        busy = true;
        mutex.release();
    }

    private void leave() {
        mutex.acquireUninterruptibly();
        busy = false;
        if (waiting > 0) {
            turn.release();
        } else {
            mutex.release();
        }
    }
}
