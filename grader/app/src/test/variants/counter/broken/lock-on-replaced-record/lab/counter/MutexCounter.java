package lab.counter;

import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

public class MutexCounter implements Counter {
    private record State(int number) { }

    private final Pause pause;
    private volatile State state;

    public MutexCounter(int initial, Pause pause) {
        if (pause == null) {
            throw new NullPointerException("pause");
        }
        this.pause = pause;
        this.state = new State(initial);
    }

    @Override
    public void decrement() {
        synchronized (state) {
            State old = state;
            pause.pause();
            state = new State(old.number() - 1);
        }
    }

    @Override
    public int value() {
        return state.number();
    }
}
