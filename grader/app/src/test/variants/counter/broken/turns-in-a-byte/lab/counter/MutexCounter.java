package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final Pause pause;
    private byte nextTurn;
    private int served;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    private synchronized void enter() {
        int myTurn = nextTurn++;
        boolean interrupted = false;
        while (myTurn != served) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave() {
        served++;
        notifyAll();
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
        enter();
        try {
            return number;
        } finally {
            leave();
        }
    }
}
