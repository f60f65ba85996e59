package racecourse.checks.counter;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.Pause;
import racecourse.contract.counter.Counter;

/** Two threads decrement at once: two come off. */
@JCStressTest
@Outcome(id = "98", expect = ACCEPTABLE, desc = "both decrements count")
@Outcome(id = "99", expect = FORBIDDEN, desc = "both read 100 before either wrote: one decrement is lost")
@Outcome(expect = FORBIDDEN, desc = "a number that no order of two decrements gives")
@State
public class DecrementDecrement {
    private static final MethodHandle NEW = UnderStress.constructor(
            DecrementDecrement.class, CounterSections.CLASS, Counter.class, int.class, Pause.class);

    private final Counter counter;

    public DecrementDecrement() {
        try {
            counter = (Counter) NEW.invokeExact(100, Pause.NONE);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void one() {
        counter.decrement();
    }

    @Actor
    public void other() {
        counter.decrement();
    }

    @Arbiter
    public void afterwards(I_Result result) {
        result.r1 = counter.value();
    }
}
