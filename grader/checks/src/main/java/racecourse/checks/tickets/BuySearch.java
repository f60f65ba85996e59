package racecourse.checks.tickets;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import racecourse.checks.engine.stress.UnderStress;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** One thread buys, another looks: it sees what was there before or after. */
@JCStressTest
@Outcome(
        id = {"true, 1", "true, 2"},
        expect = ACCEPTABLE,
        desc = "looked before or after the purchase")
@Outcome(expect = FORBIDDEN, desc = "a number that the store did not hold, or a refusal with tickets left")
@State
public class BuySearch {
    private static final MethodHandle NEW = UnderStress.constructor(
            BuySearch.class, "lab.tickets.ThreadTicketOffice", TicketOffice.class, TicketStore.class, Pause.class);

    private final StressedStore store = new StressedStore(2);
    private final TicketOffice office;

    public BuySearch() {
        try {
            office = (TicketOffice) NEW.invokeExact((TicketStore) store, Pause.NONE);
        } catch (Throwable thrown) {
            throw UnderStress.rethrown(thrown);
        }
    }

    @Actor
    public void buys(ZI_Result result) {
        result.r1 = office.buy("Alice");
    }

    @Actor
    public void looks(ZI_Result result) {
        result.r2 = office.search();
    }
}
