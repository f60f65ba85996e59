package racecourse.checks.kitchen;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Powerless;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Order;

/** Interrupts a call of serve while eaters are held: it throws without waiting for them, and its chefs end. */
final class InterruptTrials {
    private static final int TRIALS = 3;

    /** How long an interrupted call is given; what it waits for is held for longer. */
    private static final Duration AT_ONCE = Duration.ofMillis(400);

    /** What the contract gives the chefs. */
    private static final long CHEFS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Message EXPECTED = Message.of("kitchen.interrupt.expected");

    /** A chef who gives up one order has the next one to give up, too. */
    private static final List<Order> MANY = List.of(
            new Order("Anna", "soup", 5),
            new Order("Bo", "rice", 5),
            new Order("Anna", "tea", 5),
            new Order("Bo", "tea", 5));

    private static final List<Order> FEW = List.of(new Order("Anna", "soup", 1), new Order("Bo", "rice", 1));

    private final Kitchens kitchens;

    InterruptTrials(Subject subject) {
        this.kitchens = new Kitchens(subject.impatient());
    }

    /** With chefs that wait for room; with chefs that are through; with the flag set before. */
    void throwsAtOnce() {
        for (List<Order> orders : List.of(MANY, FEW)) {
            atOnce(orders, false);
            atOnce(orders, true);
        }
    }

    /** It is late only if it is late in every trial, and got on only when the eaters were let go. */
    private void atOnce(List<Order> orders, boolean before) {
        for (int trial = 1; trial <= TRIALS; trial++) {
            if (!isLate(orders, before, trial == TRIALS)) {
                return;
            }
        }
    }

    private boolean isLate(List<Order> orders, boolean before, boolean last) {
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Actor actor = interrupted(serving, table, orders, before);
            if (!actor.awaitEnd(AT_ONCE) && !controlEnds(AT_ONCE)) {
                throw new Powerless(Message.of("kitchen.interrupt.slow"));
            }
            // as long again as the control was given
            if (actor.awaitEnd(AT_ONCE)) {
                threw(actor);
                return false;
            }
            Evidence evidence = Evidence.of(
                            EXPECTED,
                            Message.of(before ? "kitchen.interrupt.late-flag" : "kitchen.interrupt.late", TRIALS))
                    .at(Serving.places(actor.thread()))
                    .hinting(Message.of("kitchen.interrupt.try"));
            serving.gate().open();
            serving.scene().awaitEnd(actor, EXPECTED);
            if (last) {
                throw new Violation(evidence);
            }
            return true;
        }
    }

    /** Has serve called and interrupted while everybody is held with a dish. */
    private Actor interrupted(Serving serving, Table table, List<Order> orders, boolean before) {
        Serving.Wish wish = new Serving.Wish(orders, 2, table);
        Actor actor = serving.serve(kitchens.kitchen(1), wish, () -> {
            if (before) {
                Thread.currentThread().interrupt();
            }
        });
        if (!before) {
            serving.begins(table, 2);
            serving.comesToRest();
            actor.interrupt();
        }
        return actor;
    }

    private static void threw(Actor actor) {
        if (actor.thrown() == null) {
            throw new Violation(
                    Evidence.of(EXPECTED, Message.of("kitchen.interrupt.returned", String.valueOf(actor.result())))
                            .hinting(Message.of("kitchen.interrupt.try")));
        }
        if (!(actor.thrown() instanceof InterruptedException)) {
            throw Scene.threw(EXPECTED, actor.thrown());
        }
    }

    /** Once serve has thrown, no chef is left, however long the eaters take. */
    void chefsEnd() {
        chefsEnd(false);
        chefsEnd(true);
    }

    private void chefsEnd(boolean before) {
        Message expected = Message.of("kitchen.chefs-end.expected");
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Actor actor = interrupted(serving, table, MANY, before);
            if (!actor.awaitEnd(Duration.ofNanos(CHEFS_NANOS)) || actor.thrown() == null) {
                // that it does not throw is told by the other detector
                return;
            }
            // one that has just been started is not in its own code yet
            serving.comesToRest();
            long begin = System.nanoTime();
            while (!chefs(serving, table).isEmpty() && System.nanoTime() - begin < CHEFS_NANOS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            List<Thread> left = chefs(serving, table);
            if (!left.isEmpty()) {
                if (!controlEnds(Duration.ofNanos(CHEFS_NANOS / 2))) {
                    throw new Powerless(Message.of("kitchen.interrupt.slow"));
                }
                left = chefs(serving, table);
            }
            if (!left.isEmpty()) {
                throw new Violation(Evidence.of(expected, Message.of("kitchen.chefs-end.observed", left.size()))
                        .at(Serving.places(left.get(0)))
                        .dumped(Threads.dump(left))
                        .hinting(Message.of("kitchen.chefs-end.try")));
            }
        }
    }

    /** The threads of this serving that are neither diners by their names nor have eaten, nor wait for a dish. */
    private static List<Thread> chefs(Serving serving, Table table) {
        Set<Thread> ate = table.begun().stream().map(Table.Dish::thread).collect(Collectors.toSet());
        return serving.cooks().stream()
                .filter(thread -> !ate.contains(thread))
                .filter(thread -> Threads.ownFrames(List.of(thread.getStackTrace())).stream()
                        .noneMatch(frame -> frame.getMethodName().equals("get")))
                .toList();
    }

    /** Eaters in haste and the flag set before: serve completes or throws, but it ends, and leaves no chef. */
    void flagOnEntryEnds() {
        for (int trial = 0; trial < TRIALS; trial++) {
            try (Serving serving = new Serving()) {
                serving.gate().open();
                Table table = new Table(Table.Manners.HASTY);
                Serving.Wish wish = new Serving.Wish(FEW, 2, table);
                Actor actor = serving.serve(
                        kitchens.kitchen(2), wish, () -> Thread.currentThread().interrupt());
                serving.scene().awaitEnd(actor, EXPECTED);
                if (actor.thrown() == null) {
                    Serving.mustBeDue(serving.result(actor), wish);
                } else {
                    threw(actor);
                }
            }
        }
    }

    /** The control: a thread that waits, and is interrupted, has ended by then. */
    private static boolean controlEnds(Duration limit) {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        // as it must be
                    }
                },
                "control");
        thread.setDaemon(true);
        thread.start();
        thread.interrupt();
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
