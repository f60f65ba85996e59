package racecourse.checks.tickets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/**
 * Holds the first two buyers of a fresh office in their first read, if both come so far, and then lets one after the
 * other go on. That both read is no fault; but they must not both get into the pause, and both must come to an end.
 */
final class ReadRendezvous {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int TICKETS = 5;

    private ReadRendezvous() {}

    static void holds(Office.Opening opening) {
        Gate pauses = new Gate();
        try (Scene scene = new Scene()) {
            Gate reads = scene.gate();
            TicketStore[] stores = new TicketStore[1];
            TicketOffice office = (TicketOffice) Scene.value(Message.of("engine.constructor.returns"), () -> {
                stores[0] = opening.office().store(TICKETS, access -> {
                    if (access.equals("read")) {
                        reads.pass();
                    }
                });
                return opening.open(stores[0], pauses::pass);
            });
            // one name's hash code is odd, the other's even
            Actor first = scene.start("A", () -> office.buy("a"));
            if (first.settle(reads, LIMIT) != Actor.Rest.HELD) {
                throw new Powerless(Message.of("tickets.read.unseen"));
            }
            Actor second = scene.start("B", () -> office.buy("b"));
            boolean bothRead = second.settle(reads, LIMIT) == Actor.Rest.HELD;
            reads.release(first);
            boolean firstInside = first.settle(pauses, LIMIT) == Actor.Rest.HELD;
            reads.release(second);
            boolean secondInside = second.settle(pauses, LIMIT) == Actor.Rest.HELD;
            if (bothRead && firstInside && secondInside) {
                List<Place> places = new ArrayList<>();
                for (Actor actor : List.of(first, second)) {
                    places.addAll(actor.isAt());
                }
                throw new Violation(
                        Evidence.of(Message.of("engine.exclusion.expected", "buy(…)"), Message.of("tickets.read.both"))
                                .at(places)
                                .because(Message.of("engine.exclusion.why", "buy(…)"))
                                .hinting(Message.of("engine.exclusion.try")));
            }
            pauses.open();
            reads.open();
            for (Actor actor : List.of(first, second)) {
                scene.awaitEnd(actor, Message.of("tickets.calls-return"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("tickets.calls-return"), actor.thrown());
                }
            }
            int left = Office.peek(stores[0]);
            if (left != TICKETS - 2) {
                throw new Violation(Evidence.of(
                        Message.of("tickets.store.expected", TICKETS - 2, "two purchases at once"),
                        Message.of("tickets.store.observed", left)));
            }
        } finally {
            pauses.open();
        }
    }
}
