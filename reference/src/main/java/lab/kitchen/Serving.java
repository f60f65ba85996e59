package lab.kitchen;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Order;

/** One call of serve: what its chefs and its diners have in common. */
final class Serving {
    private final JoinableQueue<String> dishes;
    private final Map<String, Integer> eaten = new ConcurrentHashMap<>();
    private final Eater eater;

    Serving(int capacity, Eater eater) {
        this.dishes = new CountingJoinableQueue<>(capacity);
        this.eater = eater;
    }

    /** Cooks orders dish by dish; an interrupt ends it. */
    void cook(List<Order> orders) {
        try {
            for (Order order : orders) {
                for (int dish = 0; dish < order.dishes(); dish++) {
                    dishes.put(order.food());
                }
            }
        } catch (InterruptedException e) {
            // nobody waits for the rest any more
        }
    }

    /** Eats as long as this JVM lives. */
    void eat() {
        while (true) {
            try {
                eatOne(dishes.get());
            } catch (InterruptedException e) {
                // nobody may send a diner away: it goes on
            }
        }
    }

    private void eatOne(String food) {
        try {
            eater.eat(Thread.currentThread().getName(), food);
        } catch (Throwable e) {
            // whatever it was, the dish counts as eaten
        } finally {
            // a flag that the eater left must not keep the diner from its next dish
            Thread.interrupted();
            eaten.merge(food, 1, Integer::sum);
            dishes.taskDone();
        }
    }

    /** Waits until what has been cooked has been eaten; returns how often each food was. */
    Map<String, Integer> awaitEaten() throws InterruptedException {
        dishes.join();
        return Map.copyOf(eaten);
    }
}
