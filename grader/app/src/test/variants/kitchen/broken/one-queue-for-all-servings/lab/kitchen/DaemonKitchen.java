package lab.kitchen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** A kitchen that has nothing in common between two servings but the capacity of their queues. */
public final class DaemonKitchen implements Kitchen {
    private final racecourse.contract.kitchen.JoinableQueue<String> dishes;

    /**
     * Opens the kitchen.
     *
     * @param capacity how many dishes may wait for diners, at least one
     */
    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.dishes = new CountingJoinableQueue<>(capacity);
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(eater, "eater");
        List<Order> checked = List.copyOf(orders);
        for (Order order : checked) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("negative dishes: " + order);
            }
        }
        if (diners < 1) {
            throw new IllegalArgumentException("diners: " + diners);
        }
        return serveChecked(checked, diners, eater);
    }

    private Map<String, Integer> serveChecked(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Serving serving = new Serving(dishes, eater);
        for (int n = 1; n <= diners; n++) {
            Thread diner = new Thread(serving::eat, "diner-" + n);
            diner.setDaemon(true);
            diner.start();
        }
        List<Thread> chefs = new ArrayList<>();
        Map<String, List<Order>> byChef = orders.stream().collect(Collectors.groupingBy(Order::chef));
        byChef.forEach((chef, own) -> {
            Thread thread = new Thread(() -> serving.cook(own), "chef " + chef);
            chefs.add(thread);
            thread.start();
        });
        try {
            // first the chefs: until they are through, a queue where all is done may get another dish
            for (Thread chef : chefs) {
                chef.join();
            }
            return serving.awaitEaten();
        } catch (InterruptedException e) {
            chefs.forEach(Thread::interrupt);
            throw e;
        }
    }
}
