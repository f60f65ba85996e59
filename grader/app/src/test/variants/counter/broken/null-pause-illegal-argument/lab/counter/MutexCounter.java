package lab.counter;

import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        if (pause == null) {
            throw new IllegalArgumentException("pause is null");
        }
        this.number = initial;
        this.pause = pause;
    }

    @Override
    public synchronized void decrement() {
        int n = number;
        pause.pause();
        number = n - 1;
    }

    @Override
    public synchronized int value() {
        return number;
    }
}
