package lab.counter;

import java.util.Objects;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private record State(int number) {
        State oneLess() {
            return new State(number - 1);
        }
    }

    private final Object lock = new Object();
    private final Pause pause;
    private volatile State state;

    public MutexCounter(int initial, Pause pause) {
        this.pause = Objects.requireNonNull(pause);
        this.state = new State(initial);
    }

    @Override
    public void decrement() {
        synchronized (lock) {
            State before = state;
            pause.pause();
            state = before.oneLess();
        }
    }

    @Override
    public int value() {
        return state.number();
    }
}
