package racecourse.checks.kitchen;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Violation;
import racecourse.checks.engine.properties.PropertyRun;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Order;

/** What holds for a queue and a serving whatever the orders, the diners, their speeds and their mishaps. */
@AddLifecycleHook(PropertyRun.Seeded.class)
final class KitchenProperties {
    /** What one thread does to a queue. */
    enum Use {
        PUT,
        GET,
        TASK_DONE,
        JOIN
    }

    @Provide
    Arbitrary<List<Order>> ordersOfOne() {
        return orders(Arbitraries.of("Anna"), Arbitraries.of("soup", "rice", "tea"), 4);
    }

    @Provide
    Arbitrary<List<Order>> ordersOfMany() {
        return orders(Arbitraries.of("Anna", "Bo", "Chen", ""), Arbitraries.of("soup", "rice", "tea", ""), 8);
    }

    private static Arbitrary<List<Order>> orders(Arbitrary<String> chefs, Arbitrary<String> foods, int most) {
        return Combinators.combine(chefs, foods, Arbitraries.integers().between(0, 3))
                .as(Order::new)
                .list()
                .ofMaxSize(most);
    }

    /** Few orders of one chef: all dishes are eaten, and nothing is told that was not. */
    @Property(tries = 15)
    void serves(
            @ForAll("ordersOfOne") List<Order> orders,
            @ForAll @IntRange(min = 1, max = 2) int diners,
            @ForAll @IntRange(min = 1, max = 3) int capacity) {
        tellsNothingThatWasNot(served(orders, diners, capacity, Table.Manners.HASTY));
    }

    /** A food of no dishes, alone and beside one that is eaten, is not in the map. */
    @Property(tries = 6)
    void leavesOutNoDishes(@ForAll @IntRange(max = 2) int dishes, @ForAll boolean isFirst) {
        Order none = new Order("Anna", "rice", 0);
        Order some = new Order("Anna", "soup", dishes);
        List<Order> orders = isFirst ? List.of(none, some) : List.of(some, none);
        tellsNothingThatWasNot(served(orders, 1, 1, Table.Manners.HASTY));
    }

    private static void tellsNothingThatWasNot(Served served) {
        Map<String, Integer> due = served.wish().due();
        Map<String, Integer> eaten = Serving.count(served.wish().table().finished());
        if (!eaten.equals(due)) {
            throw wrong(served, "kitchen.eaten", Serving.text(eaten));
        }
        // too few may have been counted by then: that is another check's affair
        for (Map.Entry<?, ?> entry : served.map().entrySet()) {
            Integer most = due.get(entry.getKey());
            if (most == null || !(entry.getValue() instanceof Integer times) || times > most || times < 1) {
                throw wrong(served, "kitchen.result", Serving.text(served.map()));
            }
        }
    }

    /** Any orders of any chefs, eaten by diners of any speed: all is counted. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void waitsForAll(
            @ForAll("ordersOfMany") List<Order> orders,
            @ForAll @IntRange(min = 1, max = 4) int diners,
            @ForAll @IntRange(min = 1, max = 5) int capacity,
            @ForAll @Size(5) List<@IntRange(max = 3) Integer> speeds) {
        complete(served(orders, diners, capacity, dish -> linger(speeds.get(dish.number() % speeds.size()))));
    }

    /** The same with diners to whom things happen. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void eatersMayFail(
            @ForAll("ordersOfMany") List<Order> orders,
            @ForAll @IntRange(min = 1, max = 3) int diners,
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @Size(4) List<Mishap> mishaps) {
        complete(served(orders, diners, capacity, dish -> mishaps.get(dish.number() % mishaps.size())
                .happen()));
    }

    /** With one diner, what each chef cooks is eaten in the order of that chef's orders. */
    @Property(tries = 20)
    void keepsListOrder(@ForAll("ordersOfMany") List<Order> orders, @ForAll @IntRange(min = 1, max = 4) int capacity) {
        List<Order> signed = orders.stream()
                .map(order -> new Order(order.chef(), order.chef() + "'s " + order.food(), order.dishes()))
                .toList();
        Served served = served(signed, 1, capacity, Table.Manners.HASTY);
        ChefTrials.inOrderOfEach(signed, served.wish().table());
    }

    /** Puts, gets, taskDones and joins of one thread against a model: how many are in, how many are not finished. */
    @Property(tries = 60)
    void countsLikeAModel(@ForAll @IntRange(min = 1, max = 4) int capacity, @ForAll @Size(max = 16) List<Use> uses) {
        Kitchens kitchens = new Kitchens(PropertyRun.subject());
        JoinableQueue<Object> queue = kitchens.queue(capacity);
        Scene.value(JoinTrials.RETURNS, Call.of(() -> {
            int in = 0;
            int unfinished = 0;
            for (Use use : uses) {
                if (use == Use.PUT && in < capacity) {
                    queue.put("item");
                    in++;
                    unfinished++;
                } else if (use == Use.GET && in > 0) {
                    queue.get();
                    in--;
                } else if (use == Use.TASK_DONE) {
                    boolean accepted = accepts(queue);
                    if (accepted != (unfinished > 0)) {
                        throw new Violation(Evidence.of(
                                        Message.of("kitchen.done.expected"),
                                        Message.of("kitchen.done.model", accepted, unfinished))
                                .hinting(Message.of("kitchen.done.try")));
                    }
                    unfinished = Math.max(0, unfinished - 1);
                } else if (use == Use.JOIN && unfinished == 0) {
                    queue.join();
                }
            }
        }));
    }

    private static boolean accepts(JoinableQueue<Object> queue) {
        try {
            queue.taskDone();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** What came of a call of serve. */
    private record Served(Serving.Wish wish, Map<?, ?> map) {}

    private static Served served(List<Order> orders, int diners, int capacity, Table.Manners manners) {
        Serving.Wish wish = new Serving.Wish(orders, diners, new Table(manners));
        try (Serving serving = new Serving()) {
            serving.gate().open();
            Actor actor = serving.serve(new Kitchens(PropertyRun.subject()).kitchen(capacity), wish);
            Map<?, ?> map = serving.result(actor);
            if (wish.table().finished().size() < wish.dishes()) {
                serving.comesToRest();
            }
            return new Served(wish, map);
        }
    }

    private static void complete(Served served) {
        Serving.mustBeDue(served.map(), served.wish());
    }

    private static Violation wrong(Served served, String key, String observed) {
        return Serving.wrong(served.wish(), key, observed);
    }

    @SuppressWarnings("ThreadPriorityCheck") // the yield invites others in; nothing depends on it
    private static void linger(int speed) {
        switch (speed) {
            case 0 -> {}
            case 1 -> Thread.yield();
            default -> LockSupport.parkNanos(speed * 100_000L);
        }
    }
}
