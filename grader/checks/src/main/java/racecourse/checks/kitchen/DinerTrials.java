package racecourse.checks.kitchen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.PlantedNumbers;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Steps;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Who eats: as many daemon threads as were asked for, by their names, all at once. */
final class DinerTrials {
    private static final Message EXPECTED = Message.of("kitchen.diners.expected");

    private final IntFunction<Kitchen> kitchens;

    /** Makes kitchens each step of whose threads is seen. */
    private final IntFunction<Kitchen> tracked;

    DinerTrials(Subject subject) {
        this(new Kitchens(subject.impatient())::kitchen, new Kitchens(subject.tracked())::kitchen);
    }

    private DinerTrials(IntFunction<Kitchen> kitchens, IntFunction<Kitchen> tracked) {
        this.kitchens = kitchens;
        this.tracked = tracked;
    }

    /** Returns the trials of a control. */
    static DinerTrials planted(PlantedKitchen.Fault fault) {
        IntFunction<Kitchen> kitchens = PlantedKitchen.of(fault);
        return new DinerTrials(kitchens, kitchens);
    }

    /** All are held with a dish each while more dishes wait. The caller is no daemon. */
    void eatAtOnce() {
        for (int diners : new int[] {1, 3}) {
            eatAtOnce(kitchens.apply(diners + 2), diners);
        }
        Kitchen again = kitchens.apply(4);
        eatAtOnce(again, 2);
        eatAtOnce(again, 2);
    }

    private static void eatAtOnce(Kitchen kitchen, int diners) {
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Serving.Wish wish = new Serving.Wish(List.of(new Order("Anna", "soup", diners + 2)), diners, table);
            Actor actor = serving.scene().start("of the caller", () -> onAUserThread(kitchen, wish));
            boolean all = serving.begins(table, diners);
            table.begun().forEach(DinerTrials::isADiner);
            if (!all && !actor.hasEnded()) {
                throw violation(Message.of("kitchen.diners.few", table.begun().size(), diners));
            }
            serving.comesToRest();
            List<Table.Dish> begun = table.begun();
            if (begun.size() > diners) {
                throw violation(Message.of("kitchen.diners.many", begun.size(), diners));
            }
            Set<String> names = begun.stream().map(Table.Dish::diner).collect(Collectors.toCollection(TreeSet::new));
            Set<String> due = IntStream.rangeClosed(1, diners)
                    .mapToObj(n -> "diner-" + n)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!actor.hasEnded() && !names.equals(due)) {
                throw violation(Message.of("kitchen.diners.names", names, due));
            }
            serving.gate().open();
            serving.result(actor);
            table.begun().forEach(DinerTrials::isADiner);
        }
    }

    /** With one dish on the table there are as many diners as ever; some have nothing to do. */
    void comeThoughThereIsLittle() {
        PlantedNumbers.control();
        int diners = 3;
        Kitchen kitchen = tracked.apply(1);
        try (Serving serving = new Serving();
                Steps steps = Steps.watch(thread -> Serving.isDiner(thread) && serving.isOfThis(thread))) {
            Table table = new Table(dish -> serving.gate().pass());
            Actor actor =
                    serving.serve(kitchen, new Serving.Wish(List.of(new Order("Anna", "soup", 1)), diners, table));
            boolean all = serving.happens(() -> steps.seen().size() >= diners, Serving.SURELY);
            if (!all && !actor.hasEnded()) {
                throw violation(
                        Message.of("kitchen.diners.started", steps.seen().size(), diners));
            }
            serving.gate().open();
            serving.result(actor);
        }
    }

    /** The first diner is held before its first step until the others eat: it still goes by its own name. */
    void keepTheirNames() {
        PlantedNumbers.control();
        int diners = 3;
        Kitchen kitchen = tracked.apply(diners);
        try (Serving serving = new Serving();
                Steps steps = Steps.hold(
                        thread -> thread.getName().equals("diner-1") && serving.isOfThis(thread),
                        1,
                        1,
                        serving.gate())) {
            Table table = new Table(dish -> serving.gate().pass());
            Serving.Wish wish = new Serving.Wish(List.of(new Order("Anna", "soup", diners)), diners, table);
            Actor actor = serving.serve(kitchen, wish);
            serving.happens(() -> table.begun().size() >= diners - 1, Serving.BRIEFLY);
            Thread held = steps.chosen();
            if (held != null) {
                serving.gate().release(held);
                serving.happens(() -> table.begun().size() >= diners, Serving.BRIEFLY);
            }
            serving.gate().open();
            serving.result(actor);
            table.begun().forEach(DinerTrials::isADiner);
        }
    }

    private static void isADiner(Table.Dish dish) {
        if (!dish.threadName().equals(dish.diner())) {
            throw violation(Message.of("kitchen.diners.told", dish.diner(), dish.threadName()));
        }
        if (!dish.daemon()) {
            throw new Violation(Evidence.of(EXPECTED, Message.of("kitchen.diners.no-daemon", dish.threadName()))
                    .at(Threads.innermost(dish.stack(), null))
                    .hinting(Message.of("kitchen.diners.daemon.try")));
        }
    }

    private static Violation violation(Message observed) {
        return new Violation(Evidence.of(EXPECTED, observed).hinting(Message.of("kitchen.diners.try")));
    }

    /** Actors are daemons, and their children would be by themselves. */
    private static Object onAUserThread(Kitchen kitchen, Serving.Wish wish) throws Throwable {
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread user = new Thread(
                () -> {
                    try {
                        result.set(kitchen.serve(wish.orders(), wish.diners(), wish.table()));
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                },
                "the caller");
        user.setDaemon(false);
        user.start();
        user.join();
        Throwable problem = thrown.get();
        if (problem != null) {
            throw Scene.threw(Serving.RETURNS, problem);
        }
        Object map = result.get();
        return map == null ? "null" : map;
    }
}
