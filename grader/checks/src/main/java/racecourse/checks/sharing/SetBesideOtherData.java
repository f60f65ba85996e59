package racecourse.checks.sharing;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.sharing.SharedMoney;

/** A plain variable is written, then the amount is set; another thread looks at the amount twice, then at the variable. */
@JCStressTest
@Outcome(
        id = {"0, 0, 0", "0, 0, 1"},
        expect = ACCEPTABLE,
        desc = "looked before the set")
@Outcome(
        id = {"0, 1, 1", "1, 1, 1"},
        expect = ACCEPTABLE,
        desc = "saw the new amount, and what was written before it")
@Outcome(id = "1, 0, .*", expect = FORBIDDEN, desc = "saw the new amount, and then the old one again")
@Outcome(
        id = {"0, 1, 0", "1, 1, 0"},
        expect = FORBIDDEN,
        desc = "saw the new amount, but not what was written before it")
@Outcome(expect = FORBIDDEN, desc = "an amount that nobody set")
@State
public class SetBesideOtherData {
    private static final MethodHandle NEW =
            UnderStress.constructor(SetBesideOtherData.class, Sharing.MONEY, SharedMoney.class, int.class);

    private final SharedMoney money;
    private int note;

    public SetBesideOtherData() {
        try {
            money = (SharedMoney) NEW.invokeExact(0);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void sets() {
        note = 1;
        money.set(1);
    }

    @Actor
    public void looks(III_Result result) {
        result.r1 = money.get();
        result.r2 = money.get();
        result.r3 = note;
    }
}
