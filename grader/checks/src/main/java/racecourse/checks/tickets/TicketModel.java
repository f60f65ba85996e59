package racecourse.checks.tickets;

import java.util.ArrayList;
import java.util.List;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** What one thread alone can ask of an office, against a model: a number. */
final class TicketModel {
    private static final Message RETURNS = Message.of("tickets.calls-return");

    private TicketModel() {}

    /** One thing that happens: a purchase, a look, or somebody else's change of the store. */
    sealed interface Event {
        record Buy(String passenger) implements Event {}

        record Search() implements Event {}

        record Refill(int tickets) implements Event {}
    }

    static void follow(Office.Opening opening, int tickets, List<Event> events) {
        Scene.value(RETURNS, () -> {
            List<String> seen = new ArrayList<>();
            TicketStore store = opening.office().store(tickets, seen::add);
            TicketOffice office = opening.open(store, () -> seen.add("pause"));
            int model = tickets;
            for (Event event : events) {
                seen.clear();
                if (event instanceof Event.Refill refill) {
                    model = refill.tickets();
                    Office.refill(store, model);
                } else if (event instanceof Event.Search) {
                    searched(office.search(), model);
                } else if (event instanceof Event.Buy buy) {
                    boolean sold = office.buy(buy.passenger());
                    bought(sold, model);
                    model -= sold ? 1 : 0;
                }
                int left = Office.peek(store);
                if (left != model) {
                    throw new Violation(Evidence.of(
                            Message.of("tickets.store.expected", model, describe(event)),
                            Message.of("tickets.store.observed", left)));
                }
            }
            return store;
        });
    }

    /** How often the pause and the store's write are called, by each kind of call. */
    static void countCalls(Office.Opening opening, int tickets, int calls) {
        Scene.value(RETURNS, () -> {
            List<String> seen = new ArrayList<>();
            List<Thread> pausing = new ArrayList<>();
            TicketStore store = opening.office().store(tickets, seen::add);
            TicketOffice office = opening.open(store, () -> {
                synchronized (pausing) {
                    pausing.add(Thread.currentThread());
                }
                seen.add("pause");
            });
            for (int i = 0; i < calls; i++) {
                seen.clear();
                pausing.clear();
                boolean sold = office.buy("passenger " + i);
                paused("buy(…) that " + (sold ? "sells" : "refuses"), seen, sold ? 1 : 0, 1);
                if (sold) {
                    betweenReadAndWrite(seen);
                } else if (seen.contains("write")) {
                    throw new Violation(
                            Evidence.of(Message.of("tickets.refusal.expected"), Message.of("tickets.refusal.wrote"))
                                    .hinting(Message.of("tickets.refusal.try")));
                }
                synchronized (pausing) {
                    for (Thread thread : pausing) {
                        if (thread != Thread.currentThread()) {
                            throw new Violation(Evidence.of(
                                    Message.of("tickets.pause.expected"),
                                    Message.of("tickets.pause.thread", thread.getName())));
                        }
                    }
                }
                seen.clear();
                office.search();
                paused("search()", seen, 0, 0);
            }
            return store;
        });
    }

    private static void paused(String call, List<String> seen, int least, int most) {
        long times = seen.stream().filter("pause"::equals).count();
        if (times < least || times > most) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.pause.expected"), Message.of("tickets.pause.times", call, times))
                            .hinting(Message.of("tickets.pause.try")));
        }
    }

    private static void betweenReadAndWrite(List<String> seen) {
        int pause = seen.indexOf("pause");
        int read = seen.indexOf("read");
        int write = seen.indexOf("write");
        boolean readLate = read < 0 || read > pause;
        boolean wroteEarly = write >= 0 && write < pause;
        // a file that the office opened itself by its path has no observer
        boolean unseen = read < 0 && write < 0;
        if (!unseen && (readLate || wroteEarly)) {
            throw new Violation(Evidence.of(
                            Message.of("tickets.pause.expected"),
                            Message.of("tickets.pause.order", String.join(", ", seen)))
                    .hinting(Message.of("tickets.pause.try")));
        }
        long writes = seen.stream().filter("write"::equals).count();
        if (writes > 1) {
            throw new Violation(Evidence.of(
                            Message.of("tickets.pause.expected"),
                            Message.of("tickets.pause.order", String.join(", ", seen)))
                    .hinting(Message.of("tickets.pause.try")));
        }
    }

    private static void searched(int answer, int model) {
        if (answer != model) {
            throw new Violation(Evidence.of(
                            Message.of("tickets.search.expected", model), Message.of("tickets.search.observed", answer))
                    .hinting(Message.of("tickets.search.try")));
        }
    }

    private static void bought(boolean sold, int model) {
        if (sold && model == 0) {
            throw new Violation(Evidence.of(Message.of("tickets.never-oversells"), Message.of("tickets.sold-none-left"))
                    .hinting(Message.of("tickets.never-oversells.try")));
        }
        if (!sold && model > 0) {
            throw new Violation(
                    Evidence.of(Message.of("tickets.never-refuses"), Message.of("tickets.refused-with", model))
                            .hinting(Message.of("tickets.never-refuses.try")));
        }
    }

    private static String describe(Event event) {
        if (event instanceof Event.Buy) {
            return "buy(…)";
        }
        return event instanceof Event.Search ? "search()" : "a change by somebody else";
    }
}
