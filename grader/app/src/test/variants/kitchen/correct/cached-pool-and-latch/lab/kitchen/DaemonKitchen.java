package lab.kitchen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racecourse.contract.kitchen.Eater;
import racecourse.contract.kitchen.Kitchen;
import racecourse.contract.kitchen.Order;

/** Counts down the dishes that are still to be eaten; never joins the queue. */
public final class DaemonKitchen implements Kitchen {
    private final int capacity;

    public DaemonKitchen(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException();
        }
        this.capacity = capacity;
    }

    @Override
    public Map<String, Integer> serve(List<Order> orders, int diners, Eater eater) throws InterruptedException {
        if (eater == null) {
            throw new NullPointerException();
        }
        int total = 0;
        Map<String, List<Order>> byChef = new LinkedHashMap<>();
        for (Order order : orders) {
            if (order.dishes() < 0) {
                throw new IllegalArgumentException();
            }
            total += order.dishes();
            byChef.computeIfAbsent(order.chef(), chef -> new ArrayList<>()).add(order);
        }
        if (diners <= 0) {
            throw new IllegalArgumentException();
        }
        CountingJoinableQueue<String> queue = new CountingJoinableQueue<>(capacity);
        Map<String, Integer> counts = new HashMap<>();
        CountDownLatch left = new CountDownLatch(total);
        for (int i = 1; i <= diners; i++) {
            String name = "diner-" + i;
            Thread thread = new Thread(name) {
                @Override
                public void run() {
                    for (;;) {
                        String food;
                        try {
                            food = queue.get();
                        } catch (InterruptedException e) {
                            continue;
                        }
                        try {
                            eater.eat(name, food);
                        } catch (Throwable ignored) {
                            // counts all the same
                        }
                        Thread.interrupted();
                        synchronized (counts) {
                            counts.put(food, counts.getOrDefault(food, 0) + 1);
                        }
                        queue.taskDone();
                        left.countDown();
                    }
                }
            };
            thread.setDaemon(true);
            thread.start();
        }
        ExecutorService chefs = Executors.newCachedThreadPool();
        try {
            for (List<Order> own : byChef.values()) {
                chefs.execute(() -> {
                    try {
                        for (Order order : own) {
                            for (int i = 0; i < order.dishes(); i++) {
                                queue.put(order.food());
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            left.await();
        } finally {
            chefs.shutdownNow();
        }
        synchronized (counts) {
            return new HashMap<>(counts);
        }
    }
}
