package lab.counter;

import java.util.Objects;
import lab.base.Guarded;
import racecourse.contract.Pause;

public class MutexCounter extends Guarded {
    private final Pause pause;
    private int number;

    public MutexCounter(int initial, Pause pause) {
        this.number = initial;
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    protected void change() {
        int n = number;
        pause.pause();
        number = n - 1;
    }

    @Override
    protected int read() {
        return number;
    }
}
