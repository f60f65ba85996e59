package racecourse.checks.counter;

import racecourse.checks.engine.Subject;
import racecourse.checks.engine.stress.SpinningReader;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** Asks a counter until it has been decremented. */
public final class ValueLoop implements SpinningReader.Loop {
    private static final int START = 100;

    private final Counter counter;

    /**
     * Makes a counter.
     *
     * @param subject the submission
     * @throws Throwable what its constructor throws
     */
    public ValueLoop(Subject subject) throws Throwable {
        counter = (Counter) subject.constructor("lab.counter.MutexCounter", Counter.class, int.class, Pause.class)
                .invokeExact(START, Pause.NONE);
    }

    @Override
    @SuppressWarnings("StatementWithEmptyBody")
    public void run() {
        Counter asked = counter;
        while (asked.value() == START) {
            // nothing that could keep the JIT from its work
        }
    }

    @Override
    public void change() {
        counter.decrement();
    }
}
