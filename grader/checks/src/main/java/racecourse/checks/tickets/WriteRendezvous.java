package racecourse.checks.tickets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/**
 * Holds a buyer at the very moment of its write, with one ticket left, and sends another one: it must neither be sold
 * the same ticket nor reach the pause. A lock given back before the write shows here every time.
 */
final class WriteRendezvous {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private WriteRendezvous() {}

    static void holds(Office.Opening opening) {
        lastTicket(opening, 1);
        lastTicket(opening, 2);
    }

    private static void lastTicket(Office.Opening opening, int tickets) {
        try (Scene scene = new Scene()) {
            Gate gate = scene.gate();
            AtomicReference<@Nullable Thread> writer = new AtomicReference<>();
            AtomicReference<@Nullable Thread> pausing = new AtomicReference<>();
            TicketStore[] stores = new TicketStore[1];
            TicketOffice office = (TicketOffice) Scene.value(Message.of("engine.constructor.returns"), () -> {
                stores[0] = opening.office().store(tickets, access -> {
                    if (access.equals("write") && writer.compareAndSet(null, Thread.currentThread())) {
                        gate.pass();
                    }
                });
                return opening.open(stores[0], (Pause) () -> {
                    Thread first = writer.get();
                    if (first != null && first != Thread.currentThread()) {
                        pausing.set(Thread.currentThread());
                        gate.pass();
                    }
                });
            });
            Actor writing = scene.start("A", () -> office.buy("Alice"));
            if (writing.settle(gate, LIMIT) != Actor.Rest.HELD) {
                throw new Powerless(Message.of("tickets.write.unseen"));
            }
            Actor other = scene.start("B", () -> office.buy("Bob"));
            Actor.Rest rest = other.settle(gate, LIMIT);
            Message expected = Message.of("tickets.write.expected");
            if (rest == Actor.Rest.HELD || (rest == Actor.Rest.ENDED && sold(other))) {
                List<Place> places = new ArrayList<>(writing.isAt());
                places.addAll(other.isAt());
                gate.open();
                writing.awaitEnd(LIMIT);
                other.awaitEnd(LIMIT);
                int sold =
                        (Boolean.TRUE.equals(writing.result()) ? 1 : 0) + (Boolean.TRUE.equals(other.result()) ? 1 : 0);
                throw new Violation(Evidence.of(
                                expected, Message.of("tickets.write.observed", sold, tickets, Office.peek(stores[0])))
                        .at(places)
                        .because(Message.of("tickets.write.why"))
                        .hinting(Message.of("engine.exclusion.try")));
            }
            gate.open();
            scene.awaitEnd(writing, Message.of("tickets.calls-return"));
            scene.awaitEnd(other, Message.of("tickets.calls-return"));
            for (Actor actor : List.of(writing, other)) {
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("tickets.calls-return"), actor.thrown());
                }
            }
            boolean both = sold(writing) && sold(other);
            if (!sold(writing) || both != (tickets == 2)) {
                throw new Violation(Evidence.of(
                        Message.of("tickets.write.sells", Math.min(2, tickets), tickets),
                        Message.of("tickets.write.sold", sold(writing), sold(other))));
            }
        }
    }

    private static boolean sold(Actor buyer) {
        return Boolean.TRUE.equals(buyer.result());
    }
}
