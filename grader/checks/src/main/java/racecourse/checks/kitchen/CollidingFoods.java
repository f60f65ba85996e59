package racecourse.checks.kitchen;

import java.util.ArrayList;
import java.util.List;
import racecourse.contract.kitchen.Order;

/** Foods whose names are long, share their hash code and differ only at the end. */
final class CollidingFoods {
    private static final int LENGTH = 200_000;

    /** "Aa" and "BB" have one hash code, and so has whatever is made of as many of them. */
    private static final List<String> ENDINGS = List.of("AaAaAa", "AaAaBB", "AaBBAa", "AaBBBB", "BBAaAa", "BBAaBB");

    private final List<String> names = new ArrayList<>();

    CollidingFoods() {
        String beginning = "x".repeat(LENGTH);
        ENDINGS.forEach(ending -> names.add(beginning + ending));
    }

    /** Returns the one that is cooked last. */
    String last() {
        return names.get(names.size() - 1);
    }

    /** Returns one dish of each, and several of the last. */
    List<Order> orders(String chef, int ofTheLast) {
        List<Order> orders = new ArrayList<>();
        for (String name : names) {
            orders.add(new Order(chef, name, name.equals(last()) ? ofTheLast : 1));
        }
        return orders;
    }
}
