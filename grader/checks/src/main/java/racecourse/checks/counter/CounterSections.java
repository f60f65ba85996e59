package racecourse.checks.counter;

import java.lang.invoke.MethodHandle;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.exclusion.Section;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** A submission's counters, as critical sections. */
final class CounterSections implements Section.Maker {
    static final String CLASS = "lab.counter.MutexCounter";

    private final MethodHandle constructor;

    CounterSections(Subject subject) {
        this.constructor = subject.constructor(CLASS, Counter.class, int.class, Pause.class);
    }

    Counter counter(int initial, @org.jspecify.annotations.Nullable Pause pause) throws Throwable {
        return (Counter) constructor.invokeExact(initial, pause);
    }

    @Override
    public Section make(int start, Pause pause) throws Throwable {
        Counter counter = counter(start, pause);
        return new Section() {
            @Override
            public void take() {
                counter.decrement();
            }

            @Override
            public int left() {
                return counter.value();
            }
        };
    }

    @Override
    public String take() {
        return "decrement()";
    }

    @Override
    public String left() {
        return "value()";
    }
}
