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

/** Two threads want the last ticket: one gets it, and none is left. */
@JCStressTest
@Outcome(
        id = {"true, false, 0", "false, true, 0"},
        expect = ACCEPTABLE,
        desc = "one of them got it")
@Outcome(id = "true, true, .*", expect = FORBIDDEN, desc = "the last ticket was sold twice")
@Outcome(id = "false, false, .*", expect = FORBIDDEN, desc = "both were refused with a ticket left")
@Outcome(expect = FORBIDDEN, desc = "the store does not tell what was sold")
@State
public class LastTicket {
    private static final MethodHandle NEW = UnderStress.constructor(
            LastTicket.class, "lab.tickets.ThreadTicketOffice", TicketOffice.class, TicketStore.class, Pause.class);

    private final StressedStore store = new StressedStore(1);
    private final TicketOffice office;

    public LastTicket() {
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
