package racecourse.checks.kitchen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Scene;
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

    private final Kitchens kitchens;

    DinerTrials(Subject subject) {
        this.kitchens = new Kitchens(subject);
    }

    /** All are held with a dish each while more dishes wait. The caller is no daemon. */
    void eatAtOnce() {
        for (int diners : new int[] {1, 3}) {
            eatAtOnce(diners);
        }
    }

    private void eatAtOnce(int diners) {
        try (Serving serving = new Serving()) {
            Table table = new Table(dish -> serving.gate().pass());
            Serving.Wish wish = new Serving.Wish(List.of(new Order("Anna", "soup", diners + 2)), diners, table);
            Kitchen kitchen = kitchens.kitchen(diners + 2);
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
