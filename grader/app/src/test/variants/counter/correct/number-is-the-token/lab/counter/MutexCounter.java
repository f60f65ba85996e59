package lab.counter;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public final class MutexCounter implements Counter {
    private final BlockingQueue<Integer> table = new ArrayBlockingQueue<>(1);
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause, "pause");
        table.add(initial);
    }

    @Override
    public void decrement() {
        int number = take();
        int back = number;
        try {
            pause.pause();
            back = number - 1;
        } finally {
            table.add(back);
        }
    }

    @Override
    public int value() {
        int number = take();
        table.add(number);
        return number;
    }

    private int take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return table.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
