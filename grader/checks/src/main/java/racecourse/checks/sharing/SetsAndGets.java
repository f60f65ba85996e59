package racecourse.checks.sharing;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.sharing.SharedMoney;

/** Two amounts: each thread sets one and looks at the other. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "each saw what the other one set")
@Outcome(
        id = {"0, 1", "1, 0"},
        expect = ACCEPTABLE,
        desc = "one was done before the other looked")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "both had set, and both saw the old amount")
@Outcome(expect = FORBIDDEN, desc = "an amount that nobody set")
@State
public class SetsAndGets {
    private static final MethodHandle NEW =
            UnderStress.constructor(SetsAndGets.class, Sharing.MONEY, SharedMoney.class, int.class);

    private final SharedMoney one;
    private final SharedMoney other;

    public SetsAndGets() {
        try {
            one = (SharedMoney) NEW.invokeExact(0);
            other = (SharedMoney) NEW.invokeExact(0);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void setsOne(II_Result result) {
        one.set(1);
        result.r1 = other.get();
    }

    @Actor
    public void setsOther(II_Result result) {
        other.set(1);
        result.r2 = one.get();
    }
}
