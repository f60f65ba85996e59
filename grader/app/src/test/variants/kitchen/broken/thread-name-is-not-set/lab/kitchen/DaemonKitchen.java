package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Objects.requireNonNull(eater, "eater");
        if (diners < 1) {
            throw new IllegalArgumentException("at least one diner is needed");
        }
        Map<String, List<Order>> ordersOfChef = new LinkedHashMap<>();
        for (Order order : orders) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("negative dishes: " + order);
            }
            Objects.requireNonNull(order.food(), "food");
            String chef = Objects.requireNonNull(order.chef(), "chef");
            ordersOfChef.computeIfAbsent(chef, name -> new ArrayList<>()).add(order);
        }

        JoinableQueue<String> table = new CountingJoinableQueue<>(capacity);
        Map<String, Integer> eaten = new HashMap<>();
        for (int i = 1; i <= diners; i++) {
            String name = "diner-" + i;
            Thread diner = new Thread(() -> dine(table, name, eater, eaten));
            diner.setDaemon(true);
            diner.start();
        }
        List<Thread> chefs = new ArrayList<>();
        for (Map.Entry<String, List<Order>> entry : ordersOfChef.entrySet()) {
            Thread chef = new Thread(() -> cook(table, entry.getValue()), "chef " + entry.getKey());
            chefs.add(chef);
            chef.start();
        }
        try {
            for (Thread chef : chefs) {
                chef.join();
            }
            table.join();
        } catch (InterruptedException e) {
            for (Thread chef : chefs) {
                chef.interrupt();
            }
            throw e;
        }
        synchronized (eaten) {
            return new HashMap<>(eaten);
        }
    }

    private static void cook(JoinableQueue<String> table, List<Order> orders) {
        try {
            for (Order order : orders) {
                for (int i = 0; i < order.dishes(); i++) {
                    if (Thread.interrupted()) {
                        return;
                    }
                    table.put(order.food());
                }
            }
        } catch (InterruptedException e) {
            // the serving was called off: go home
        }
    }

    private static void dine(JoinableQueue<String> table, String name, Eater eater, Map<String, Integer> eaten) {
        while (true) {
            String food;
            try {
                food = table.get();
            } catch (InterruptedException e) {
                continue; // an eater left the flag set
            }
            try {
                eater.eat(name, food);
            } catch (Throwable t) {
                // the dish counts as eaten all the same
            } finally {
                synchronized (eaten) {
                    eaten.merge(food, 1, Integer::sum);
                }
                table.taskDone();
            }
        }
    }
}
