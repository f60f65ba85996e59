package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.JoinableQueue;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

public final class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        Map<String, List<Order>> byChef = check(orders, diners, eater);
        Serving serving = new Serving(new CountingJoinableQueue<>(capacity), eater);
        for (int number = 1; number <= diners; number++) {
            Thread diner = new Thread(serving::dine);
            diner.setName("diner-" + number);
            diner.setDaemon(true);
            diner.start();
        }
        if (byChef.isEmpty()) {
            return Map.of();
        }
        ExecutorService chefs = Executors.newFixedThreadPool(byChef.size());
        try {
            for (List<Order> own : byChef.values()) {
                chefs.execute(() -> serving.cook(own));
            }
            chefs.shutdown();
            chefs.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            serving.table.join();
        } finally {
            chefs.shutdownNow();
        }
        return serving.result();
    }

    private static Map<String, List<Order>> check(List<Order> orders, int diners, Eater eater) {
        Objects.requireNonNull(eater);
        if (diners <= 0) {
            throw new IllegalArgumentException("diners " + diners);
        }
        Map<String, List<Order>> byChef = new TreeMap<>();
        for (Order order : orders) {
            Objects.requireNonNull(order.food());
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("dishes " + order.dishes());
            }
            byChef.computeIfAbsent(order.chef(), chef -> new ArrayList<>()).add(order);
        }
        return byChef;
    }

    private static final class Serving {
        private final JoinableQueue<String> table;
        private final Eater eater;
        private final Map<String, Integer> eaten = new HashMap<>();

        Serving(JoinableQueue<String> table, Eater eater) {
            this.table = table;
            this.eater = eater;
        }

        void cook(List<Order> orders) {
            try {
                for (Order order : orders) {
                    for (int left = order.dishes(); left > 0 && !Thread.currentThread().isInterrupted(); left--) {
                        table.put(order.food());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void dine() {
            String name = Thread.currentThread().getName();
            for (; ; ) {
                try {
                    String food = table.get();
                    count(food);
                    eater.eat(name, food);
                } catch (Throwable t) {
                    // bad manners, but the plate is empty
                } finally {
                    table.taskDone();
                }
            }
        }

        private synchronized void count(String food) {
            eaten.merge(food, 1, Integer::sum);
        }

        synchronized Map<String, Integer> result() {
            return Map.copyOf(eaten);
        }
    }
}
