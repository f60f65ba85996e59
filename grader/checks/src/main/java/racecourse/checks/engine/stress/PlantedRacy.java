package racecourse.checks.engine.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The control that must be caught: a volatile number is counted up without a lock. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both count")
@Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "one is lost")
@State
public class PlantedRacy {
    private volatile int number;

    @Actor
    public void one() {
        add();
    }

    @Actor
    public void other() {
        add();
    }

    private void add() {
        int before = number;
        number = before + 1;
    }

    @Arbiter
    public void afterwards(I_Result result) {
        result.r1 = number;
    }
}
