package racecourse.checks.kitchen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecourse.checks.engine.Actor;
import racecourse.checks.engine.Call;
import racecourse.checks.engine.Gate;
import racecourse.checks.engine.Scene;
import racecourse.checks.engine.Threads;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Evidence;
import racecourse.checks.protocol.Message;
import racecourse.checks.protocol.Place;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** One call of {@code serve} in a scene of its own, made by an actor. */
final class Serving implements AutoCloseable {
    /** Between two looks, where only a sight would be missed. */
    static final Duration BRIEFLY = Duration.ofMillis(10);

    /** Between two looks, where something is said against the submission. */
    static final Duration SURELY = Duration.ofMillis(150);

    static final Message RETURNS = Message.of("kitchen.serve.returns");

    private static final Pattern DINER = Pattern.compile("diner-\\d+");

    private final Scene scene = new Scene();

    Serving() {
        // a pool that outlives a serving may give its threads to the next
        scene.callIn(Threads.alive().stream()
                .filter(thread -> !isDiner(thread) && Threads.idlesInAPool(thread))
                .toList());
    }

    /** A call of serve, as the submission sees it. */
    record Wish(List<Order> orders, int diners, Table table) {
        Map<String, Integer> due() {
            return Serving.due(orders);
        }

        int dishes() {
            return orders.stream().mapToInt(Order::dishes).sum();
        }
    }

    /** Starts an actor that calls serve. */
    Actor serve(Kitchen kitchen, Wish wish) {
        return serve(kitchen, wish, () -> {});
    }

    /** Starts an actor that does something, then calls serve. */
    Actor serve(Kitchen kitchen, Wish wish, Call.Action first) {
        return scene.start("of serve", () -> {
            first.make();
            return kitchen.serve(wish.orders(), wish.diners(), wish.table());
        });
    }

    Scene scene() {
        return scene;
    }

    Gate gate() {
        return scene.gate();
    }

    /** Returns what serve returned; nothing keeps it from returning any more. */
    Map<?, ?> result(Actor actor) {
        scene.awaitEnd(actor, RETURNS);
        if (actor.thrown() != null) {
            throw Scene.threw(RETURNS, actor.thrown());
        }
        if (actor.result() instanceof Map<?, ?> map) {
            return map;
        }
        throw new Violation(Evidence.of(RETURNS, Message.of("kitchen.result.null")));
    }

    /** Waits for something, or for a stand-still without it. */
    boolean happens(BooleanSupplier event, Duration between) {
        return scene.happens(event, between);
    }

    /** Waits until so many dishes have been begun, or all stands still with fewer. */
    boolean begins(Table table, int dishes) {
        return happens(() -> table.begun().size() >= dishes, SURELY);
    }

    /** Waits until nothing moves any more. */
    void comesToRest() {
        happens(() -> false, BRIEFLY);
    }

    /** Returns the submission's living threads that are no diners and are in its code. */
    List<Thread> cooks() {
        return scene.started().stream()
                .filter(thread -> !isDiner(thread))
                .filter(thread ->
                        !Threads.ownFrames(List.of(thread.getStackTrace())).isEmpty())
                .toList();
    }

    /** Returns whether a thread is one of the diners, by its name. */
    static boolean isDiner(Thread thread) {
        return DINER.matcher(thread.getName()).matches();
    }

    /** Returns whether a thread is a chef's: neither a diner nor an actor, and made for this scene. */
    boolean isChef(Thread thread) {
        return !isDiner(thread) && scene.isNew(thread);
    }

    /** Returns whether a thread was made for this serving. */
    boolean isOfThis(Thread thread) {
        return scene.isNew(thread);
    }

    /** Lets all threads of this serving pass the gate but one. */
    void releaseAllBut(@Nullable Thread held) {
        scene.started().stream().filter(thread -> thread != held).forEach(gate()::release);
    }

    /** Returns the line of the submission at which a thread is. */
    static List<Place> places(Thread thread) {
        return Threads.isAt(thread, thread.getName());
    }

    /** Returns what serve has to return for these orders. */
    static Map<String, Integer> due(List<Order> orders) {
        Map<String, Integer> due = new TreeMap<>();
        for (Order order : orders) {
            if (order.dishes() > 0) {
                due.merge(order.food(), order.dishes(), Integer::sum);
            }
        }
        return due;
    }

    /** What serve returned is what it was asked for. */
    static void mustBeDue(Map<?, ?> map, Wish wish) {
        if (!wish.due().equals(map)) {
            throw wrong(wish, "kitchen.result", text(map));
        }
    }

    /** The violation of having served something else. */
    static Violation wrong(Wish wish, String key, String observed) {
        return new Violation(Evidence.of(
                        Message.of(key + ".expected", text(wish.due()), wish.diners(), text(wish.orders())),
                        Message.of(key + ".observed", observed))
                .hinting(Message.of(key + ".try")));
    }

    private static String text(List<Order> orders) {
        return orders.stream()
                .map(order -> order.chef() + ": " + order.dishes() + " × " + order.food())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Writes a map sorted, so that the same reads the same. */
    static String text(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((food, times) -> sorted.put(String.valueOf(food), String.valueOf(times)));
        return sorted.toString();
    }

    /** Counts dishes by food. */
    static Map<String, Integer> count(List<Table.Dish> dishes) {
        Map<String, Integer> counted = new TreeMap<>();
        dishes.forEach(dish -> counted.merge(dish.food(), 1, Integer::sum));
        return counted;
    }

    @Override
    public void close() {
        scene.close();
    }
}
