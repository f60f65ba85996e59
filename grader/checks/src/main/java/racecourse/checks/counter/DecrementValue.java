package racecourse.checks.counter;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** One thread decrements, another asks twice: only numbers that the counter held, and never back up again. */
@JCStressTest
@Outcome(id = "65536, 65536", expect = ACCEPTABLE, desc = "asked before the decrement")
@Outcome(id = "65536, 65535", expect = ACCEPTABLE, desc = "asked before and after the decrement")
@Outcome(id = "65535, 65535", expect = ACCEPTABLE, desc = "asked after the decrement")
@Outcome(id = "65535, 65536", expect = FORBIDDEN, desc = "saw the decrement, and then not any more")
@Outcome(expect = FORBIDDEN, desc = "a number that the counter did not hold")
@State
public class DecrementValue {
    private static final MethodHandle NEW =
            UnderStress.constructor(DecrementValue.class, CounterSections.CLASS, Counter.class, int.class, Pause.class);

    private final Counter counter;

    public DecrementValue() {
        try {
            counter = (Counter) NEW.invokeExact(65_536, Pause.NONE);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void decrements() {
        counter.decrement();
    }

    @Actor
    public void asks(II_Result result) {
        result.r1 = counter.value();
        result.r2 = counter.value();
    }
}
