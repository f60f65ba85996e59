package racecourse.checks.tickets;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** Two threads want two tickets: each gets one. */
@JCStressTest
@Outcome(id = "true, true, 0", expect = ACCEPTABLE, desc = "each got one")
@Outcome(id = "true, true, .*", expect = FORBIDDEN, desc = "both were sold the same ticket")
@Outcome(expect = FORBIDDEN, desc = "somebody was refused with a ticket left")
@State
public class TwoBuysOfTwo {
    private static final MethodHandle NEW = UnderStress.constructor(
            TwoBuysOfTwo.class, "lab.tickets.ThreadTicketOffice", TicketOffice.class, TicketStore.class, Pause.class);

    private final StressedStore store = new StressedStore(2);
    private final TicketOffice office;

    public TwoBuysOfTwo() {
        try {
            office = (TicketOffice) NEW.invokeExact((TicketStore) store, Pause.NONE);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void one(ZZI_Result result) {
        result.r1 = office.buy("Alice");
    }

    @Actor
    public void other(ZZI_Result result) {
        result.r2 = office.buy("Bob");
    }

    @Arbiter
    public void afterwards(ZZI_Result result) {
        result.r3 = store.read();
    }
}
