package racecourse.checks.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.explore.Script;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;

/** What a few buyers do in a fresh office, under every interleaving that the explorer tries. */
final class TicketScripts {
    private TicketScripts() {}

    /** The last ticket for two, two for three, and a look during a purchase. */
    static List<Script> purchases(Subject subject) {
        Office.Opening opening = Office.THREAD.in(subject);
        return List.of(new Purchases(opening, 1, 2), new Purchases(opening, 2, 3), new Look(opening));
    }

    private static final class Purchases implements Script {
        private final Office.Opening opening;
        private final int tickets;
        private final int buyers;
        private @Nullable StressedStore store;

        Purchases(Office.Opening opening, int tickets, int buyers) {
            this.opening = opening;
            this.tickets = tickets;
            this.buyers = buyers;
        }

        @Override
        public List<Call> begin() throws Throwable {
            StressedStore fresh = new StressedStore(tickets);
            store = fresh;
            TicketOffice office = opening.open(fresh, Pause.NONE);
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < buyers; i++) {
                String passenger = "passenger " + i;
                calls.add(() -> office.buy(passenger));
            }
            return calls;
        }

        @Override
        public int schedules() {
            return buyers > 2 ? 40 : Script.super.schedules();
        }

        @Override
        public String verdict(List<Object> results) {
            long sold = results.stream().filter(Boolean.TRUE::equals).count();
            int left = Objects.requireNonNull(store).read();
            int due = Math.min(tickets, buyers);
            return sold == due && left == tickets - due
                    ? ""
                    : sold + " sold and " + left + " left, of " + tickets + " for " + buyers + " buyers";
        }
    }

    private static final class Look implements Script {
        private final Office.Opening opening;

        Look(Office.Opening opening) {
            this.opening = opening;
        }

        @Override
        public List<Call> begin() throws Throwable {
            TicketOffice office = opening.open(new StressedStore(2), Pause.NONE);
            return List.of(() -> office.buy("Alice"), office::search);
        }

        @Override
        public String verdict(List<Object> results) {
            boolean right = Boolean.TRUE.equals(results.get(0)) && List.of(1, 2).contains(results.get(1));
            return right
                    ? ""
                    : "buy(…) = " + results.get(0) + ", and search() beside it = " + results.get(1) + ", of 2";
        }
    }
}
