package lab.counter;

import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private final int[] cell;
    private final Pause pause;

    public MutexCounter(int initial, Pause pause) {
        if (pause == null) {
            throw new NullPointerException("pause must not be null");
        }
        this.cell = new int[] {initial};
        this.pause = pause;
    }

    @Override
    public void decrement() {
        synchronized (cell) {
            final int n = cell[0];
            pause.pause();
            cell[0] = n - 1;
        }
    }

    @Override
    public int value() {
        synchronized (cell) {
            return cell[0];
        }
    }
}
