package racecourse.checks.tickets;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketOffice;
import racecourse.contract.tickets.TicketStore;

/** What the store may demand of an office: its exceptions pass through, its monitor is its own, its number is legal. */
final class StoreTrials {
    private static final int TICKETS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Office.Opening opening;

    StoreTrials(Office.Opening opening) {
        this.opening = opening;
    }

    /** What {@code read} or {@code write} throws reaches the caller; nothing has changed and the mutex is free. */
    void problemsPassThrough() {
        for (String access : List.of("read", "write")) {
            for (Throwable problem : List.of(
                    new IllegalArgumentException("the store failed"), new StackOverflowError("the store failed"))) {
                throwing(access, problem);
            }
        }
    }

    private void throwing(String access, Throwable problem) {
        AtomicBoolean failing = new AtomicBoolean();
        Opened opened = open(TICKETS, now -> {
            // once only: who tries again sells something after all
            if (now.equals(access) && failing.getAndSet(false)) {
                throw StoreTrials.<RuntimeException>sneaky(problem);
            }
        });
        failing.set(true);
        Message expected = Message.of(
                "tickets.problem.expected", access, problem.getClass().getSimpleName());
        Actor buyer = Scene.call("A", expected, () -> opened.office().buy("Alice"));
        passed(expected, problem, buyer.thrown());
        if (access.equals("read")) {
            failing.set(true);
            Actor asker = Scene.call("B", expected, opened.office()::search);
            passed(expected, problem, asker.thrown());
        }
        failing.set(false);
        holds(TICKETS, opened);
        Message free = Message.of("tickets.problem.free", access);
        Actor next = Scene.call("C", free, () -> opened.office().buy("Bob"));
        if (next.thrown() != null) {
            throw Scene.threw(free, next.thrown());
        }
        holds(TICKETS - 1, opened);
    }

    private static void passed(Message expected, Throwable problem, @Nullable Throwable thrown) {
        if (thrown == null) {
            throw new Violation(Evidence.of(expected, Message.of("tickets.problem.swallowed")));
        }
        if (thrown != problem) {
            throw new Violation(Evidence.of(expected, Message.of("engine.throwing.other", thrown))
                    .at(Threads.innermost(List.of(thrown.getStackTrace()), null)));
        }
    }

    /** A refusal, and a negative number, leave the mutex as it was: not locked, and not open for two. */
    void refusalsLeaveTheMutex() {
        for (int number : new int[] {0, -1}) {
            try (Scene scene = new Scene()) {
                Opened opened = open(number, access -> {}, scene.gate()::pass);
                Actor refused = scene.start("R", () -> opened.office().buy("Alice"));
                scene.gate().release(refused);
                scene.awaitEnd(refused, Message.of("tickets.calls-return"));
                Office.refill(opened.store(), TICKETS);
                Actor inside = scene.start("A", () -> opened.office().buy("Bob"));
                Actor waiting = scene.start("B", () -> opened.office().buy("Carol"));
                Actor.Rest first = inside.settle(scene.gate(), LIMIT);
                Actor.Rest second = waiting.settle(scene.gate(), LIMIT);
                if (first == Actor.Rest.HELD && second == Actor.Rest.HELD) {
                    throw new Violation(Evidence.of(
                                    Message.of("engine.exclusion.expected", "buy(…)"),
                                    Message.of("tickets.refusal.opens", number))
                            .at(Threads.innermost(List.of(waiting.thread().getStackTrace()), null))
                            .hinting(Message.of("engine.throwing.try")));
                }
                scene.gate().open();
                scene.awaitEnd(inside, Message.of("tickets.refusal.free", number));
                scene.awaitEnd(waiting, Message.of("tickets.refusal.free", number));
            }
        }
    }

    /** The interrupt flag is as it was when {@code buy} refuses, and when it throws. */
    void flagOutlivesRefusals() {
        flagIsKept("buy(…) of nothing", open(0, access -> {}));
        flagIsKept("buy(…) of a negative number", open(-1, access -> {}));
        flagIsKept("buy(…) whose pause throws", open(1, access -> {}, () -> {
            throw new IllegalStateException("the pause failed");
        }));
    }

    private static void flagIsKept(String text, Opened opened) {
        Message expected = Message.of("tickets.flag.expected", text);
        Actor actor = Scene.call("A", expected, () -> {
            Thread.currentThread().interrupt();
            return opened.office().buy("Alice");
        });
        if (!actor.interruptedAtEnd()) {
            throw new Violation(Evidence.of(expected, Message.of("engine.interrupt.flag-lost", text))
                    .hinting(Message.of("engine.interrupt.try")));
        }
    }

    /** A store that holds a negative number is refused by both calls and left as it is. */
    void negativeIsRefused() {
        for (int number : new int[] {-1, Integer.MIN_VALUE}) {
            Opened opened = open(number, access -> {});
            refuses("search()", number, opened, opened.office()::search);
            refuses("buy(…)", number, opened, () -> opened.office().buy("Alice"));
            refuses("buy(…)", number, opened, () -> opened.office().buy("Alice"));
            Office.refill(opened.store(), 1);
            Message free = Message.of("tickets.negative.free");
            if (!Scene.value(free, () -> opened.office().buy("Bob")).equals(true)) {
                throw new Violation(Evidence.of(free, Message.of("tickets.refused-with-some-left")));
            }
        }
    }

    private static void refuses(String text, int number, Opened opened, Call call) {
        Message expected = Message.of("tickets.negative.expected", text, number);
        Actor actor = Scene.call("A", expected, call);
        if (actor.thrown() == null) {
            throw new Violation(
                    Evidence.of(expected, Message.of("tickets.negative.returned", text, String.valueOf(actor.result())))
                            .hinting(Message.of("tickets.negative.try")));
        }
        if (!(actor.thrown() instanceof IllegalStateException)) {
            throw Scene.threw(expected, actor.thrown());
        }
        holds(number, opened);
    }

    /** While somebody holds the store's monitor, buying and looking go on; and neither holds it in the pause. */
    void monitorIsTheStores() {
        Message expected = Message.of("tickets.monitor.expected");
        AtomicReference<@Nullable TicketStore> watched = new AtomicReference<>();
        boolean[] heldInPause = new boolean[1];
        Opened opened = open(TICKETS, access -> {}, () -> {
            TicketStore store = watched.get();
            heldInPause[0] |= store != null && Thread.holdsLock(store);
        });
        watched.set(opened.store());
        Scene.value(expected, () -> opened.office().buy("Alice"));
        if (heldInPause[0]) {
            throw new Violation(Evidence.of(expected, Message.of("tickets.monitor.held"))
                    .hinting(Message.of("tickets.monitor.try")));
        }
        CountDownLatch taken = new CountDownLatch(1);
        try (Scene scene = new Scene()) {
            Actor holder = scene.start("H", Call.of(() -> {
                synchronized (opened.store()) {
                    taken.countDown();
                    scene.gate().pass();
                }
            }));
            holder.settle(scene.gate(), LIMIT);
            for (Call call : List.<Call>of(() -> opened.office().buy("Bob"), opened.office()::search)) {
                Actor actor = scene.start("A", call);
                Actor.Rest rest = actor.settle(scene.gate(), LIMIT);
                if (rest == Actor.Rest.WAITING && taken.getCount() == 0) {
                    Evidence evidence = Evidence.of(expected, Message.of("tickets.monitor.waited"))
                            .at(Threads.innermost(List.of(actor.thread().getStackTrace()), null))
                            .hinting(Message.of("tickets.monitor.try"));
                    scene.gate().release(holder);
                    scene.awaitEnd(actor, expected);
                    throw new Violation(evidence);
                }
            }
        }
    }

    /** What an office and its store are, once it is open. */
    private record Opened(TicketStore store, TicketOffice office) {}

    private Opened open(int tickets, java.util.function.Consumer<String> observer) {
        return open(tickets, observer, Pause.NONE);
    }

    private Opened open(int tickets, java.util.function.Consumer<String> observer, Pause pause) {
        return (Opened) Scene.value(Message.of("engine.constructor.returns"), () -> {
            TicketStore store = opening.office().store(tickets, observer);
            return new Opened(store, opening.open(store, pause));
        });
    }

    private static void holds(int due, Opened opened) {
        int left = Office.peek(opened.store());
        if (left != due) {
            throw new Violation(Evidence.of(
                    Message.of("tickets.store.unchanged", due), Message.of("tickets.store.observed", left)));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaky(Throwable problem) throws T {
        throw (T) problem;
    }
}
