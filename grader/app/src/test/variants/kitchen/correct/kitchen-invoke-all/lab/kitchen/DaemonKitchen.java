package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
            List<Callable<Void>> shifts = new ArrayList<>();
            for (List<Order> own : byChef.values()) {
                shifts.add(() -> serving.cook(own));
            }
            chefs.invokeAll(shifts);
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

        Void cook(List<Order> orders) throws InterruptedException {
            for (Order order : orders) {
                for (int left = order.dishes(); left > 0; left--) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    table.put(order.food());
                }
            }
            return null;
        }

        void dine() {
            String name = Thread.currentThread().getName();
            for (; ; ) {
                Thread.interrupted();
                try {
                    String food = table.get();
                    eatOne(name, food);
                } catch (InterruptedException e) {
                    // somebody interrupted this diner: the next dish, please
                }
            }
        }

        private void eatOne(String name, String food) {
            try {
                eater.eat(name, food);
            } catch (Throwable anything) {
                // bad manners, but the plate is empty
            }
            count(food);
            table.taskDone();
        }

        private synchronized void count(String food) {
            eaten.merge(food, 1, Integer::sum);
        }

        synchronized Map<String, Integer> result() {
            return Map.copyOf(eaten);
        }
    }
}
