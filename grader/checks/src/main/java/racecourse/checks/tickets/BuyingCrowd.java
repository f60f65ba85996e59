package racecourse.checks.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** Several threads buy from one office, more than there is. */
final class BuyingCrowd {
    private BuyingCrowd() {}

    static void shares(Office.Opening opening, int tickets, int threads, int times) {
        record Opened(TicketStore store, TicketOffice office) {}
        Opened opened = (Opened) Scene.value(Message.of("engine.constructor.returns"), () -> {
            TicketStore store = opening.office().store(tickets, access -> {});
            return new Opened(store, opening.open(store, Pause.NONE));
        });
        AtomicInteger sold = new AtomicInteger();
        try (Scene scene = new Scene()) {
            scene.gate().open();
            CountDownLatch go = new CountDownLatch(1);
            List<Actor> actors = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String name = "buyer-" + (i + 1);
                actors.add(scene.start(name, Call.of(() -> {
                    go.await();
                    for (int n = 0; n < times; n++) {
                        if (opened.office().buy(name)) {
                            sold.incrementAndGet();
                        }
                    }
                })));
            }
            go.countDown();
            for (Actor actor : actors) {
                scene.awaitEnd(actor, Message.of("engine.crowd.ends"));
                if (actor.thrown() != null) {
                    throw Scene.threw(Message.of("tickets.calls-return"), actor.thrown());
                }
            }
        }
        int left = Office.peek(opened.store());
        int due = Math.min(tickets, threads * times);
        if (sold.get() != due || left != tickets - due) {
            throw new Violation(Evidence.of(
                            Message.of("tickets.crowd.expected", due, tickets - due, threads, times, tickets),
                            Message.of("tickets.crowd.observed", sold.get(), left))
                    .hinting(Message.of("engine.exclusion.try")));
        }
    }
}
