package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity");
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        check(orders, diners, eater);
        CountingJoinableQueue<String> counter = new CountingJoinableQueue<>(capacity);
        Map<String, Integer> eaten = new HashMap<>();

        for (int i = 1; i <= diners; i++) {
            String name = "diner-" + i;
            Thread diner = new Thread(() -> dine(name, counter, eater, eaten), name);
            diner.setDaemon(true);
            diner.start();
        }

        Map<String, List<Order>> perChef = new HashMap<>();
        for (Order order : orders) {
            perChef.computeIfAbsent(order.chef(), k -> new ArrayList<>()).add(order);
        }
        List<Thread> chefs = new ArrayList<>();
        for (List<Order> own : perChef.values()) {
            Thread chef = new Thread(() -> cook(own, counter));
            chefs.add(chef);
            chef.start();
        }

        try {
            for (Thread chef : chefs) {
                chef.join();
            }
            counter.join();
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

    private static void check(List<Order> orders, int diners, Eater eater) {
        Objects.requireNonNull(orders);
        Objects.requireNonNull(eater);
        if (diners < 1) {
            throw new IllegalArgumentException("diners");
        }
        for (Order order : orders) {
            Objects.requireNonNull(order.chef());
            Objects.requireNonNull(order.food());
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("dishes");
            }
        }
    }

    private static void cook(List<Order> own, CountingJoinableQueue<String> counter) {
        try {
            for (Order order : own) {
                for (int i = 0; i < order.dishes(); i++) {
                    if (Thread.interrupted()) {
                        return;
                    }
                    counter.put(order.food());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void dine(String name, CountingJoinableQueue<String> counter, Eater eater, Map<String, Integer> eaten) {
        while (true) {
            String food;
            try {
                food = counter.get();
            } catch (InterruptedException e) {
                continue;
            }
            try {
                eater.eat(name, food);
            } catch (Throwable t) {
                // a dish is a dish
            } finally {
                Thread.interrupted();
                synchronized (eaten) {
                    eaten.merge(food, 1, Integer::sum);
                }
                counter.taskDone();
            }
        }
    }
}
