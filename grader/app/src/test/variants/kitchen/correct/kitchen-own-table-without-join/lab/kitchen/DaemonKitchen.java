package lab.kitchen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        Objects.requireNonNull(eater);
        if (diners < 1) {
            throw new IllegalArgumentException("diners");
        }
        List<Order> copy = new ArrayList<>(orders);
        Set<String> names = new LinkedHashSet<>();
        long dishes = 0;
        for (Order order : copy) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException("dishes");
            }
            Objects.requireNonNull(order.food());
            names.add(Objects.requireNonNull(order.chef()));
            dishes += order.dishes();
        }
        Table table = new Table(capacity, dishes);
        for (int i = 1; i <= diners; i++) {
            Thread diner = new Thread("diner-" + i) {
                @Override
                public void run() {
                    while (true) {
                        String food = table.take();
                        try {
                            eater.eat(getName(), food);
                        } catch (Throwable ignored) {
                            // eaten is eaten
                        }
                        table.eaten(food);
                    }
                }
            };
            diner.setDaemon(true);
            diner.start();
        }
        for (String name : names) {
            new Thread(() -> cook(name, copy, table), name).start();
        }
        return table.await();
    }

    private static void cook(String name, List<Order> orders, Table table) {
        for (Order order : orders) {
            if (order.chef().equals(name)) {
                for (int i = 0; i < order.dishes(); i++) {
                    if (!table.serve(order.food())) {
                        return;
                    }
                }
            }
        }
    }

    /** Holds the dishes between chefs and diners and knows when all have been eaten. Everything is guarded by it. */
    private static final class Table {
        private final LinkedList<String> dishes = new LinkedList<>();
        private final Map<String, Integer> eaten = new HashMap<>();
        private final int places;
        private long left;
        private boolean closed;

        Table(int places, long left) {
            this.places = places;
            this.left = left;
        }

        /** Returns false if nobody wants the dish any more. */
        synchronized boolean serve(String food) {
            while (dishes.size() == places && !closed) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    return false;
                }
            }
            if (closed) {
                return false;
            }
            dishes.add(food);
            notifyAll();
            return true;
        }

        synchronized String take() {
            while (dishes.isEmpty()) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    // whoever did that: a diner stays
                }
            }
            notifyAll();
            return dishes.remove();
        }

        synchronized void eaten(String food) {
            eaten.merge(food, 1, Integer::sum);
            left--;
            if (left == 0) {
                notifyAll();
            }
        }

        synchronized Map<String, Integer> await() throws InterruptedException {
            try {
                while (left > 0) {
                    wait();
                }
                return eaten;
            } finally {
                closed = true;
                notifyAll();
            }
        }
    }
}
