package lab.counter;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private static final Object TOKEN = new Object();

    private final BlockingQueue<Object> tokens = new ArrayBlockingQueue<>(1);
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.number = initial;
        tokens.add(TOKEN);
    }

    private void takeToken() {
        boolean interrupted = false;
        for (;;) {
            try {
                tokens.take();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void decrement() {
        takeToken();
        try {
            int n = number;
            pause.pause();
            number = n - 1;
        } finally {
            tokens.add(TOKEN);
        }
    }

    @Override
    public int value() {
        takeToken();
        try {
            return number;
        } finally {
            tokens.add(TOKEN);
        }
    }
}
